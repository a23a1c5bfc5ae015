import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** Instructions in order, with continued lines joined and comments left out. */
export const parseDockerfile = (text: string): readonly Instruction[] => {
  const lines = text.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line));
  const joined = lines
    .join('\n')
    .replace(/\\\n\s*/g, ' ')
    .split('\n');
  return joined.map((line) => {
    const [name = '', ...rest] = line.trim().split(/\s+/);
    return { name: name.toUpperCase(), text: rest.join(' ') };
  });
};

/** The allow-list of .dockerignore: everything is left out (`*`) but what a line with `!` names. */
export const contextPaths = (ignoreFile: string): readonly string[] => {
  const lines = ignoreFile.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  if (lines[0] !== '*' || lines.slice(1).some((line) => !/^![\w./-]+$/.test(line)))
    throw new Error('.dockerignore is no allow-list of plain paths');
  return lines.slice(1).map((line) => line.slice(1));
};

interface Stage {
  readonly root: string;
  workdir: string;
}

export interface BuiltImage {
  /** Folder that stands for `/` of the last stage. */
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  readonly of: (name: string) => string;
}

export interface BuildPlace {
  readonly context: string;
  readonly folder: string;
}

/**
 * Does what a build does, in folders instead of layers: each stage has one that stands for `/`. Two things differ: the
 * Node of this machine runs, and `chown` to the image's user is left out, because that user is not here.
 */
export const buildImage = (dockerfile: string, { context, folder }: BuildPlace): BuiltImage => {
  const stages = new Map<string, Stage>();
  const env: Record<string, string> = {};
  let stage: Stage = { root: folder, workdir: '/' };
  const inStage = (path: string): string => join(stage.root, resolve('/', stage.workdir, path));
  for (const { name, text } of parseDockerfile(dockerfile)) {
    if (name === 'FROM') {
      const key = / as (\S+)$/i.exec(text)?.[1] ?? `stage-${stages.size}`;
      stage = { root: join(folder, key), workdir: '/' };
      mkdirSync(stage.root, { recursive: true });
      stages.set(key, stage);
    }
    if (name === 'WORKDIR') {
      stage.workdir = resolve('/', text);
      mkdirSync(inStage('.'), { recursive: true });
    }
    if (name === 'ENV')
      for (const pair of text.split(' ')) env[pair.split('=')[0] ?? ''] = pair.split('=')[1] ?? '';
    if (name === 'COPY') copy(text, { context, stages, inStage });
    if (name === 'RUN') run(text, { root: stage.root, workdir: inStage('.') });
  }
  return { root: stage.root, env, of: (name) => stages.get(name)?.root ?? '' };
};

const copy = (
  text: string,
  place: { context: string; stages: ReadonlyMap<string, Stage>; inStage: (path: string) => string },
): void => {
  const words = text.split(' ');
  const from = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined;
  const origin = from === undefined ? place.context : (place.stages.get(from)?.root ?? '');
  const target = words.pop() ?? '';
  for (const word of words) {
    const source = join(origin, word);
    if (!existsSync(source)) throw new Error(`COPY ${text}: there is no ${word}`);
    const isFile = target.endsWith('/');
    cpSync(source, place.inStage(isFile ? join(target, word.split('/').at(-1) ?? '') : target), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
};

const run = (text: string, { root, workdir }: { root: string; workdir: string }): void => {
  const command = text.replace(/--mount=\S+ /g, '').replaceAll('/var/lib/', `${root}/var/lib/`);
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `chown() { :; }\n${command}`], {
    cwd: workdir,
    env: cleanEnvironment(),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`RUN ${text}\nended with ${status}:\n${stdout}\n${stderr}`);
};

/** Only what a container has too, and where npm keeps its cache and finds its registry. */
export const cleanEnvironment = (): Record<string, string> => {
  const kept =
    /^(?:PATH|HOME|LANG|TMPDIR|npm_config_(?:registry|cache|userconfig)|(?:https?|no)_proxy|NODE_EXTRA_CA_CERTS)$/i;
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => kept.test(entry[0])),
  );
};

export const readProjectFile = (root: string, name: string): string => readFileSync(join(root, name), 'utf8');
