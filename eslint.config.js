import tseslint from 'typescript-eslint';

/** What each folder of src may import; arrows point one way (docs/architecture.md). */
const MAY_IMPORT = {
  document: [],
  language: ['document'],
  time: ['document', 'language'],
  reading: ['document', 'language', 'time'],
  ledger: ['document', 'language', 'time', 'reading'],
  export: ['document', 'language', 'time', 'reading', 'ledger'],
  server: ['document', 'language', 'time', 'reading', 'ledger', 'export'],
  cli: ['document', 'language', 'time', 'reading', 'ledger', 'export', 'server'],
  // Types of what goes over the wire, which leave nothing in the page.
  desk: ['server'],
};
const FOLDERS = Object.keys(MAY_IMPORT);

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'training/runs/'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-control-regex': 'off',
      'no-misleading-character-class': 'off',
    },
  },
  {
    // The list of a family is typed as Recogniser[]: what its functions take and give is said there.
    files: ['src/time/recognisers/*.ts'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  ...FOLDERS.map((folder) => ({
    files: [`src/${folder}/**/*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: FOLDERS.filter((other) => other !== folder && !MAY_IMPORT[folder].includes(other)).map((other) => ({
            regex: `^(\\.\\./)+${other}/`,
            message: `src/${folder} may not import src/${other}: arrows point one way.`,
          })),
        },
      ],
    },
  })),
);
