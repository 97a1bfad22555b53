import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { Failure } from '../document/failure.js';
import type { AgreementWeights } from './mention-match.js';
import { WordPiece } from './wordpiece.js';

/** Labels of which the graph gives the best one alone. */
export type ChosenName = 'upos' | 'xpos' | 'Tense' | 'VerbForm' | 'Mood' | 'Number' | 'Polarity' | 'lemma';

/** Matrices that the graph gives: a row of scores, or a vector, for every word of a window. */
export type ScoreName =
  | 'entity'
  | 'source'
  | 'cue'
  | 'content'
  | 'mention'
  | 'sentence'
  | 'root'
  | 'no_source'
  | 'no_antecedent'
  | 'relation_label'
  | 'arc_dependent'
  | 'arc_head'
  | 'relation_dependent'
  | 'relation_head'
  | 'link_content'
  | 'link_cue'
  | 'link_cue_source'
  | 'link_source'
  | 'mention_head'
  | 'mention_start'
  | 'mention_head2'
  | 'mention_end'
  | 'anaphor'
  | 'antecedent';

/** What stands beside the graph in `model.json`. */
export interface ModelFacts {
  readonly format: number;
  readonly chosen: readonly ChosenName[];
  readonly labels: Readonly<
    Record<ChosenName | 'entity' | 'source' | 'cue' | 'content' | 'mention' | 'deprel', readonly string[]>
  >;
  /** A row a relation: weights of the product of the two words' vectors. */
  readonly relation: readonly (readonly number[])[];
  /** What the words of two mentions say of whether they are the same: see `agreement`. */
  readonly agreement: AgreementWeights;
  /** `transitions[role][before][next]`: scores of one label after another. */
  readonly transitions: Readonly<Record<'source' | 'cue' | 'content', readonly (readonly number[])[]>>;
  /** Added to the score of an antecedent, by the power of two of its distance in words. */
  readonly distance: readonly number[];
}

/** Row-major matrix with a row a word. */
export interface Matrix {
  readonly data: Float32Array;
  readonly columns: number;
}

/** What the encoder says of one window. */
export interface WindowScores {
  readonly words: number;
  /** `chosen[w * facts.chosen.length + k]`: the label of kind `k`. */
  readonly chosen: Int32Array;
  readonly scores: Readonly<Record<ScoreName, Matrix>>;
}

const FORMAT = 1;

/** The folder of the shipped English model. */
export const MODEL_FOLDER = new URL('../../models/en/', import.meta.url);

/** The multi-task encoder: piece numbers in, scores for every word out. See `models/en/MODEL_CARD.md`. */
export class Encoder {
  readonly #session: InferenceSession;
  readonly facts: ModelFacts;
  readonly wordPiece: WordPiece;
  /** `en-` and the first twelve hex digits of a SHA-256 over the model's files: names what made a reading. */
  readonly version: string;

  private constructor(session: InferenceSession, facts: ModelFacts, wordPiece: WordPiece, version: string) {
    this.#session = session;
    this.facts = facts;
    this.wordPiece = wordPiece;
    this.version = version;
  }

  /**
   * Loads the model of a folder.
   *
   * @param threads threads inside one window; one is fastest where several encoders run side by side
   * @throws Failure `model-unreadable` when a file is missing or of another format
   */
  static async load(folder: string, threads: number): Promise<Encoder> {
    try {
      const read = (name: string): Buffer => readFileSync(join(folder, name));
      const graph = read('encoder.onnx');
      const json = read('model.json');
      const vocabulary = read('vocabulary.txt');
      const facts = JSON.parse(json.toString('utf8')) as ModelFacts;
      if (facts.format !== FORMAT) throw new Error(`its format is ${facts.format}, this version reads ${FORMAT}`);
      const digest = createHash('sha256').update(graph).update(json).update(vocabulary).digest('hex');
      const session = await InferenceSession.create(graph, {
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        executionMode: 'sequential',
        // The graph was optimised when it was exported.
        graphOptimizationLevel: 'disabled',
        logSeverityLevel: 3,
      });
      const pieces = vocabulary.toString('utf8').trimEnd().split('\n');
      return new Encoder(session, facts, new WordPiece(pieces), `en-${digest.slice(0, 12)}`);
    } catch (error) {
      throw new Failure('model-unreadable', { folder, reason: (error as Error).message }, { cause: error });
    }
  }

  /** Runs one window, alone: its activations are quantised by their own range, so nothing beside it can change it. */
  async run(ids: Int32Array, shapes: Int32Array, first: Int32Array): Promise<WindowScores> {
    const results = await this.#session.run({
      ids: new Tensor('int32', ids, [1, ids.length]),
      shapes: new Tensor('int32', shapes, [1, shapes.length]),
      first: new Tensor('int32', first, [first.length]),
    });
    const { chosen, ...rest } = results;
    const scores = Object.fromEntries(
      Object.entries(rest).map(([name, tensor]) => [
        name,
        { data: tensor.data as Float32Array, columns: tensor.dims[1] as number } satisfies Matrix,
      ]),
    ) as Record<ScoreName, Matrix>;
    return { words: first.length, chosen: (chosen as Tensor).data as Int32Array, scores };
  }

  /** Frees the session's memory. */
  async release(): Promise<void> {
    await this.#session.release();
  }
}
