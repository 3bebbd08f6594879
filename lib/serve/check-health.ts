/** `node server/health.js`: fails where the server on `PORT` does not answer that it works. For containers. */
const { status } = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).catch(() => ({
  status: 0,
}));
process.exitCode = status === 200 ? 0 : 1;

export {};
