import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { namespacesOption, requireInputs, workersOption } from './options.js';
import type { TitlesOptions } from './titles-run.js';

export function titlesCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  return new Command('titles')
    .description('Make a file of the titles of a wiki, by which convert follows redirects')
    .argument(
      '[inputs...]',
      "a wiki's export, tables of its database (.sql, .sql.gz), articles of it that were converted; - for an export",
    )
    .addOption(new Option('-o, --output <file>', 'the file').default('wiki.titles'))
    .addOption(namespacesOption('keep titles of these namespaces'))
    .addOption(workersOption('processes that read exports', availableParallelism(), 'one a processor'))
    .addHelpText(
      'after',
      `
An export gives titles, redirects with their sections, and pages that tell others of like titles apart. These tables of a
wiki's database are read: page, redirect, page_props (the Wikidata item of each page, disambiguation pages), and
Wikidata's wb_items_per_site. An export needs page_props or wb_items_per_site for items; tables need page.

N-Quads that convert has made, as files or in a folder, say of which kind articles are: with them, a link of a field of people
that leads to an article about a work by a redirect keeps its own title.

convert --titles then names the thing that a link ends at. The file is the same for any number of processes.

Examples:
  article2rdf titles enwiki-latest-pages-articles.xml.bz2 enwiki-latest-page_props.sql.gz -o en.titles
  article2rdf titles enwiki-latest-{page,redirect,page_props}.sql.gz -o en.titles
  article2rdf convert enwiki-latest-pages-articles.xml.bz2 --titles en.titles -o out
  article2rdf titles enwiki-latest-{page,redirect,page_props}.sql.gz out/ -o en-kinds.titles`,
    )
    .action(async (inputs: string[], options: TitlesOptions, command: Command) => {
      requireInputs(inputs, undefined, command);
      const { TitlesRun } = await import('./titles-run.js');
      exit(await new TitlesRun(environment(), options).run(inputs));
    });
}
