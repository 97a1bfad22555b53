import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { program } from '../../src/cli/program.js';

const docs = readFileSync(new URL('../../docs/commands.md', import.meta.url), 'utf8');
const commands: readonly Command[] = program().commands;

describe('docs/commands.md', () => {
  it.each(commands.map((command) => [command.name(), command] as const))('describes %s and all its options', (name, command) => {
    const section = docs.split(/^## /mu).find((part) => part.startsWith(`\`onrecord ${name}`));
    expect(section).toBeDefined();
    for (const option of command.options) expect(section).toContain(`\`${option.long}`);
  });
});
