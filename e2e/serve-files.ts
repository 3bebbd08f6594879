import path from 'node:path';
import { startFileHost } from '../scripts/hosts/file-host';

/** `tsx e2e/serve-files.ts <folder> <port>`: a host of files, which knows nothing of Next. */
const [folder = 'out', port = '3000'] = process.argv.slice(2);
await startFileHost('netlify', path.resolve(folder), { port: Number(port) });
