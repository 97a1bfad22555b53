import { Command, InvalidArgumentError, Option } from 'commander';
import {
  EXAMPLE,
  jobsOption,
  modelOption,
  publishedOption,
  publisherOption,
  quietOption,
  runBatch,
  type SharedOptions,
} from '../run.js';

interface ReadOptions extends SharedOptions {
  readonly json?: true;
  readonly color?: 'auto' | 'always' | 'never';
  readonly width?: number;
}

const WIDEST = 100;
const NARROWEST = 30;

const widthOption = (): Option =>
  new Option('--width <columns>', 'width of the view for people; by default that of the terminal').argParser((value) => {
    const width = Number(value);
    if (!Number.isInteger(width) || width < NARROWEST)
      throw new InvalidArgumentError(`It takes a whole number of columns, ${NARROWEST} or more.`);
    return width;
  });

/** `onrecord read`: prints the reading of each article and keeps nothing. */
export function readCommand(): Command {
  return new Command('read')
    .summary('print what each article puts on the record')
    .description(
      'Reads articles and prints the reading of each: statements with speaker, act and day, commitments with state and due day, positions, disputes and events, each with the words that it rests on. Keeps nothing.\n\n' +
        'An article is a plain text file that begins with its date ("date 2025-09-05", "Date: 5 September 2025" or front matter), or a line of JSON Lines: {"id", "published", "publisher", "title", "url"?, "text"}.',
    )
    .argument('[files...]', 'text or JSON Lines; - or nothing for standard input')
    .option('--json', 'a reading a line, in the shape of docs/reading.md')
    .addOption(publishedOption())
    .addOption(publisherOption())
    .addOption(new Option('--color <when>', 'colour in the view for people').choices(['auto', 'always', 'never']).default('auto'))
    .addOption(widthOption())
    .addOption(jobsOption())
    .addOption(modelOption())
    .addOption(quietOption())
    .addHelpText('after', EXAMPLE)
    .exitOverride()
    .action(async (files: readonly string[], options: ReadOptions) => {
      const width = options.width ?? Math.max(NARROWEST, Math.min(process.stdout.columns ?? WIDEST, WIDEST));
      const colour =
        options.color === 'always' ||
        (options.color !== 'never' &&
          process.stdout.isTTY &&
          process.env['NO_COLOR'] === undefined &&
          process.env['TERM'] !== 'dumb');
      await runBatch(files, options, {
        output: options.json === true ? { kind: 'reading-json' } : { kind: 'reading-view', colour, width },
        errorsAsJson: options.json === true,
        needsDate: true,
      });
    });
}
