/** What the threads of an embedded store say to each other. */
import type { Problem } from '../problem.js';
import type { QueryPosition, SparqlAnswer, SparqlFailure, SparqlRequest } from './sparql-service.js';

export interface StoreData {
  readonly paths: readonly string[];
  /** Memory that data and queries may take; as much as WebAssembly lets them where absent. */
  readonly mostBytes?: number;
}

/** A request without what cannot, or need not, cross threads. */
export type StoreQuestion = Pick<
  SparqlRequest,
  'query' | 'results' | 'graphs' | 'defaultGraphs' | 'namedGraphs'
> & { readonly rows: number };

export interface StoreSize {
  readonly files: number;
  /** A triple counts once for each graph that has it, and once for the merge of all graphs. */
  readonly quads: number;
  /** Memory that the data takes, and took while it was loaded. */
  readonly bytes: number;
}

export type StoreMessage =
  | { readonly type: 'problem'; readonly problem: Problem }
  | { readonly type: 'ready'; readonly size: StoreSize }
  /** The data does not fit. */
  | { readonly type: 'full' }
  | StoreReply;

export type StoreReply =
  | { readonly type: 'answer'; readonly answer: SparqlAnswer }
  | {
      readonly type: 'failure';
      readonly failure: SparqlFailure;
      readonly message: string;
      readonly position?: QueryPosition;
      /** The store can no longer be used. */
      readonly isBroken: boolean;
    };
