import { Command, Option } from 'commander';
import { jobsOption, modelOption, publishedOption, publisherOption, quietOption, runBatch, type SharedOptions } from '../run.js';

interface AnnotateOptions extends SharedOptions {
  readonly format: 'json' | 'conllu';
}

/** `onrecord annotate`: the language layer alone. */
export function annotateCommand(): Command {
  return new Command('annotate')
    .summary('print the language layer: sentences, trees, entities, attributions, coreference, times')
    .description(
      'Prints the language layer of each article alone. Needs no date.\n\n' +
        'json: a line an article with id, language, text, sentences, entities, clusters, attributions, timexes, as offsets in UTF-16 code units. conllu: words, tags and trees of Universal Dependencies.',
    )
    .argument('[files...]', 'text or JSON Lines; - or nothing for standard input')
    .addOption(new Option('--format <format>', 'what to print').choices(['json', 'conllu']).default('json'))
    .addOption(publishedOption())
    .addOption(publisherOption())
    .addOption(jobsOption())
    .addOption(modelOption())
    .addOption(quietOption())
    .exitOverride()
    .action(async (files: readonly string[], options: AnnotateOptions) => {
      await runBatch(files, options, {
        output: { kind: options.format === 'json' ? 'annotation-json' : 'conllu' },
        errorsAsJson: options.format === 'json',
        needsDate: false,
      });
    });
}
