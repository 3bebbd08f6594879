/** Packages with files beside their code that a bundle would lose. */
export const NATIVE_PACKAGES = ['esbuild', 'harfbuzzjs', 'sharp', 'shiki'];
