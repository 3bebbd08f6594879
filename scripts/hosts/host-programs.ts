import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { toBasePath } from '../../lib/urls';

export interface RunningHost {
  readonly url: string;
  stop(): Promise<void>;
}

type Start = (target: string, servers: string, siteUrl: string) => Promise<RunningHost>;

/** Each serves the files in `target` under the settings in `servers`, on loopback; only address and folder are changed. */
export const HOST_PROGRAMS: readonly { readonly name: string; readonly start: Start }[] = [
  { name: 'nginx', start: startNginx },
  { name: 'caddy', start: startCaddy },
  { name: 'apache', start: startApache },
];

async function startNginx(target: string, servers: string, siteUrl: string): Promise<RunningHost> {
  const port = await findPort();
  const settings = readFileSync(path.join(servers, 'nginx.conf'), 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('listen [::]:80;', '')
    .replace(`/var/www/${new URL(siteUrl).hostname}`, target);
  const file = path.join(servers, 'try-nginx.conf');
  writeFileSync(
    file,
    `daemon off; user root; pid ${servers}/nginx.pid; error_log stderr error;
events {}
http { access_log off; ${settings} }
`,
  );
  return run('nginx', ['-p', servers, '-e', 'stderr', '-c', file], port);
}

async function startCaddy(target: string, servers: string, siteUrl: string): Promise<RunningHost> {
  const port = await findPort();
  const { hostname } = new URL(siteUrl);
  const settings = readFileSync(path.join(servers, 'Caddyfile'), 'utf8')
    .replace(`\n${hostname} {`, `\nhttp://127.0.0.1:${port} {\n\tbind 127.0.0.1`)
    .replace(`/var/www/${hostname}`, target);
  const file = path.join(servers, 'try-Caddyfile');
  writeFileSync(file, `{\n\tadmin off\n\tlog {\n\t\tlevel ERROR\n\t}\n}\n${settings}`);
  return run('caddy', ['run', '--adapter', 'caddyfile', '--config', file], port, {
    XDG_DATA_HOME: servers,
    XDG_CONFIG_HOME: servers,
  });
}

async function startApache(target: string, servers: string, siteUrl: string): Promise<RunningHost> {
  const port = await findPort();
  const file = path.join(servers, 'try-apache.conf');
  const modules = ['mpm_event', 'authz_core', 'dir', 'headers', 'mime', 'rewrite'];
  mkdirSync(path.join(servers, 'apache'), { recursive: true });
  writeFileSync(
    file,
    `ServerRoot ${servers}/apache
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${servers}/apache.pid
ErrorLog /dev/stderr
User www-data
Group www-data
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so\n`).join('')}
TypesConfig /etc/mime.types
DocumentRoot ${target.slice(0, target.length - toBasePath(siteUrl).length)}
<Directory ${target}>
  AllowOverride All
  Require all granted
</Directory>
`,
  );
  return run('apache2', ['-X', '-f', file], port);
}

/** A server that knows nothing of the site. */
export async function startPlainServer(target: string): Promise<RunningHost> {
  const port = await findPort();
  return run('python3', ['-m', 'http.server', String(port), '--bind', '127.0.0.1', '-d', target], port);
}

async function run(
  command: string,
  args: readonly string[],
  port: number,
  env: Record<string, string> = {},
): Promise<RunningHost> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'ignore', command === 'python3' ? 'ignore' : 'inherit'],
    env: { ...process.env, ...env },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await waitForPort(port, child);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function waitForPort(port: number, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}.`);
    if (await isOpen(port)) return;
    await wait(50);
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
