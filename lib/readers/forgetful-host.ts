type Environment = Readonly<Record<string, string | undefined>>;

/** Hosts that start each program from a file system that nobody keeps. */
const FORGETFUL_HOSTS: Readonly<Record<string, string>> = {
  VERCEL: 'Vercel',
  AWS_LAMBDA_FUNCTION_NAME: 'AWS Lambda',
  NETLIFY: 'Netlify',
  K_SERVICE: 'Cloud Run',
  DYNO: 'Heroku',
};

/** The host whose environment this is, where it keeps no files. */
export function findForgetfulHost(environment: Environment): string | undefined {
  return Object.entries(FORGETFUL_HOSTS).find(([name]) => environment[name])?.[1];
}

/** What is to be said where the database of readers is a file that its host does not keep; undefined where all is well. */
export function findForgottenFile(
  environment: Environment,
): { readonly message: string; readonly remedy: string } | undefined {
  const host = findForgetfulHost(environment);
  const { DATABASE_URL } = environment;
  if (host === undefined || (DATABASE_URL && !/^file:/i.test(DATABASE_URL))) return undefined;
  return {
    message: `${host} keeps no files: what readers write would be lost.`,
    remedy: 'Set DATABASE_URL and DATABASE_TOKEN to those of a libSQL database.',
  };
}

/** Throws where it would be lost. */
export function refuseForgottenFile(): void {
  const found = findForgottenFile(process.env);
  if (found) throw new Error(`${found.message} ${found.remedy}`);
}
