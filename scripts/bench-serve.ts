import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { getBuildFolder } from '../lib/build/build-folder';
import { readAddressTable } from '../lib/serve/address-table';

const run = promisify(execFile);

/** Seconds for each address and server. */
const DURATION = Number(process.env.DURATION ?? 10);
const PORTS = { ours: 3101, next: 3102, nginx: 3103 } as const;
const HEADERS = ['-H', 'Accept-Encoding: gzip'];

/**
 * `DIST_DIR=… npx tsx scripts/bench-serve.ts`: requests a second of `npm start` beside `next start` and nginx with the same
 * files, compressed beforehand, for addresses of each kind. Takes wrk and nginx; other work on the machine bends the result.
 */
async function benchServe(): Promise<void> {
  const folder = getBuildFolder();
  const { answers } = readAddressTable(folder);
  const find = (pattern: RegExp) => Object.keys(answers).find((address) => pattern.test(address));
  const addresses = ['/', find(/^\/posts\/(?!page)[^/.]+$/), '/feed.xml', find(/^\/media\/.*\.(avif|png)$/)];
  const files = mkdtempSync(path.join(os.tmpdir(), 'colophon-serve-'));
  const servers = [
    spawn(process.execPath, ['--import', 'tsx', 'lib/cli/main.ts', 'start', '--port', String(PORTS.ours)]),
    spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '--port', String(PORTS.next)], {
      // The settings say where a build is made, not where it is in the end.
      env: {
        ...process.env,
        NEXT_TELEMETRY_DISABLED: '1',
        BUILD_FOLDER: path.relative(process.cwd(), folder),
      },
    }),
    startNginx(files),
  ];
  try {
    const rows: Record<string, object> = {};
    for (const address of addresses.filter((one) => one !== undefined)) {
      writeForNginx(files, address, path.join(folder, answers[address]?.file ?? ''));
      await Promise.all(Object.values(PORTS).map((port) => waitFor(port)));
      rows[address] = await measureAll(address, []);
    }
    const { headers } = await fetch(`http://localhost:${PORTS.ours}/`, {
      headers: { 'Accept-Encoding': 'gzip' },
    });
    rows['304 of /'] = await measureAll('/', ['-H', `If-None-Match: ${headers.get('etag')}`]);
    console.table(rows);
  } finally {
    for (const server of servers) server.kill('SIGTERM');
    rmSync(files, { recursive: true, force: true });
  }
}

async function measureAll(address: string, further: readonly string[]): Promise<object> {
  const row: Record<string, string> = {};
  for (const [name, port] of Object.entries(PORTS)) {
    const args = ['-t2', '-c64', `-d${DURATION}s`, '--latency', ...HEADERS, ...further];
    const { stdout } = await run('wrk', [...args, `http://localhost:${port}${encodeURI(address)}`]);
    const [, rate] = /Requests\/sec:\s+([\d.]+)/.exec(stdout) ?? [];
    const [, p99] = /99%\s+(\S+)/.exec(stdout) ?? [];
    row[name] = `${Math.round(Number(rate))}/s, p99 ${p99}`;
  }
  return row;
}

function startNginx(root: string) {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${root}/${name};`,
  );
  const config = `worker_processes 2; daemon off; pid ${root}/pid; error_log ${root}/errors;
events { worker_connections 1024; }
http { access_log off; sendfile on; gzip_static on; etag on; keepalive_requests 1000000; open_file_cache max=1000;
  include /etc/nginx/mime.types; ${temporary.join(' ')}
  server { listen ${PORTS.nginx}; root ${root}/site; location / { try_files $uri $uri.html $uri/index.html =404; } } }`;
  mkdirSync(path.join(root, 'site'));
  writeFileSync(path.join(root, 'nginx.conf'), config);
  return spawn('nginx', ['-c', path.join(root, 'nginx.conf')]);
}

function writeForNginx(root: string, address: string, file: string): void {
  const isPage = file.endsWith('.html');
  const target = path.join(root, 'site', isPage ? `${address === '/' ? 'index' : address}.html` : address);
  mkdirSync(path.dirname(target), { recursive: true });
  const bytes = readFileSync(file);
  writeFileSync(target, bytes);
  if (isPage || /\.(xml|json|js|css)$/.test(address)) {
    writeFileSync(
      `${target}.gz`,
      existsSync(`${file}.gz`) ? readFileSync(`${file}.gz`) : gzipSync(bytes, { level: 9 }),
    );
  }
}

async function waitFor(port: number): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const isUp = await fetch(`http://localhost:${port}/`).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Nothing answers on port ${port}.`);
}

await benchServe();
