/** Packages with files beside their code that a bundle would lose. */
export const NATIVE_PACKAGES = [
  '@libsql/client',
  'esbuild',
  'harfbuzzjs',
  'libsql',
  'nodemailer',
  'sharp',
  'shiki',
];
