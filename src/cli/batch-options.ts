/** The options of a conversion as commands take them and as a plan keeps them. */
import type { Command } from 'commander';
import type { BatchOptions } from '../batch/plan.js';
import type { Format, ProvenanceMode } from '../rdf/formats.js';
import type { ShardConfig } from '../shard.js';

export interface ConversionOptions {
  readonly format: readonly Format[];
  readonly base: string;
  readonly vocabBase: string;
  readonly lang: string;
  readonly mapping?: string;
  readonly shapes?: readonly string[];
  readonly titles?: string;
  readonly validate: boolean;
  readonly namespaces: readonly number[];
  readonly redirects: boolean;
  readonly mentions: boolean;
  readonly nameLinks: boolean;
  readonly citations?: boolean;
  readonly disambiguations?: boolean;
  readonly provenance: ProvenanceMode;
  readonly generatedAt?: string;
}

/** What of the options was given and not merely left as it is. */
export interface Given {
  readonly format: boolean;
  readonly lang: boolean;
}

/** @param settings hash of the files that articles are converted with */
export function batchConfig(
  options: ConversionOptions,
  given: Given,
  settings: string,
  version: string,
): ShardConfig {
  const {
    format,
    base,
    vocabBase,
    lang,
    mapping = null,
    shapes = [],
    titles,
    validate,
    namespaces,
    redirects,
    mentions,
    nameLinks,
    provenance,
    generatedAt = null,
  } = options;
  const own: BatchOptions = {
    formats: given.format ? format.map(({ name }) => name) : [provenance === 'rdf12' ? 'trig' : 'nquads'],
    base,
    vocabBase,
    lang: given.lang ? lang : null,
    mapping,
    shapes,
    ...(titles === undefined ? {} : { titles }),
    validate,
    namespaces,
    redirects,
    mentions,
    ...(nameLinks ? {} : { nameLinks }),
    ...askedFor(options),
    provenance,
    generatedAt,
    settings,
  };
  return { version, options: { ...own } };
}

export function givenOptions(command: Command): Given {
  const isGiven = (name: string): boolean => command.getOptionValueSource(name) !== 'default';
  return { format: isGiven('format'), lang: isGiven('lang') };
}

/** What is only stated where it is asked for, as far as it is. */
export function askedFor({
  citations = false,
  disambiguations = false,
}: Pick<ConversionOptions, 'citations' | 'disambiguations'>): Pick<
  BatchOptions,
  'citations' | 'disambiguations'
> {
  return { ...(citations ? { citations } : {}), ...(disambiguations ? { disambiguations } : {}) };
}
