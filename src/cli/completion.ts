import type { Command } from 'commander';
import { Command as NewCommand } from 'commander';

const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

/** Prints a completion script that is made of the commands and options themselves. */
export function completionCommand(program: Command, stdout: NodeJS.WriteStream): Command {
  const command = new NewCommand('completion')
    .description('Print a completion script for a shell')
    .argument('<shell>', shells.join(', '))
    .addHelpText(
      'after',
      `
Examples:
  article2rdf completion bash > /etc/bash_completion.d/article2rdf
  article2rdf completion fish > ~/.config/fish/completions/article2rdf.fish`,
    );
  return command.action((shell: string) => {
    if (!isShell(shell))
      command.error(`error: there is no completion for "${shell}"; use ${shells.join(', ')}`);
    else stdout.write(scripts[shell](describe(program)));
  });
}

interface Described {
  readonly name: string;
  readonly description: string;
  readonly options: readonly { readonly flag: string; readonly description: string }[];
}

function describe(program: Command): Described[] {
  const options = (command: Command) =>
    [...command.options, ...program.options]
      .filter(({ hidden }) => !hidden)
      .map(({ long, description }) => ({ flag: long ?? '', description }))
      .filter(({ flag }) => flag !== '');
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: options(command),
  }));
}

const scripts: Readonly<Record<Shell, (commands: readonly Described[]) => string>> = {
  bash: (commands) => `# bash completion for article2rdf
_article2rdf() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${commands.map(({ name }) => name).join(' ')} --help --version"
  else
    case "\${COMP_WORDS[1]}" in
${commands.map(({ name, options }) => `      ${name}) words="${options.map(({ flag }) => flag).join(' ')}" ;;`).join('\n')}
    esac
  fi
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
    *) [ "$COMP_CWORD" -eq 1 ] && COMPREPLY=($(compgen -W "$words" -- "$current")) || COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F _article2rdf article2rdf
`,
  zsh: (commands) => `#compdef article2rdf
_article2rdf() {
  local -a commands
  commands=(
${commands.map(({ name, description }) => `    '${name}:${zshText(description)}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case "$words[2]" in
${commands
  .map(({ name, options }) => {
    const specs = options.map(({ flag, description }) => `'${flag}[${zshText(description)}]'`);
    return `    ${name}) _arguments ${[...specs, "'*:file:_files'"].join(' ')} ;;`;
  })
  .join('\n')}
  esac
}
compdef _article2rdf article2rdf
`,
  fish: (commands) =>
    `# fish completion for article2rdf
${commands
  .flatMap(({ name, description, options }) => [
    `complete -c article2rdf -n __fish_use_subcommand -a ${name} -d '${fishText(description)}'`,
    ...options.map(
      ({ flag, description: text }) =>
        `complete -c article2rdf -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)} -d '${fishText(text)}'`,
    ),
  ])
  .join('\n')}
`,
};

function isShell(name: string): name is Shell {
  return (shells as readonly string[]).includes(name);
}

function zshText(text: string): string {
  return text.replace(/'/g, "'\\''").replace(/[[\]:]/g, '\\$&');
}

function fishText(text: string): string {
  return text.replace(/['\\]/g, '\\$&');
}
