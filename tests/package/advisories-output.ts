/** What `npm audit --json` says. */
export type Advice = {
  /** Whether the registry knows of advisories at all. */
  readonly isTold: boolean;
  /** `name (severity): title` of each package that is vulnerable enough. */
  readonly vulnerable: readonly string[];
};

type Vulnerability = {
  readonly severity: string;
  /** Advisories, and names of packages through which it is vulnerable. */
  readonly via: readonly (string | { readonly title: string; readonly url: string })[];
};

const SERIOUS = ['moderate', 'high', 'critical'];

/** @param output of npm 7 or newer (https://docs.npmjs.com/cli/commands/npm-audit). */
export function adviceOf(output: string): Advice {
  const { vulnerabilities } = JSON.parse(output === '' ? '{}' : output) as {
    readonly vulnerabilities?: Readonly<Record<string, Vulnerability>>;
  };
  if (vulnerabilities === undefined) return { isTold: false, vulnerable: [] };
  const serious = Object.entries(vulnerabilities).filter(([, { severity }]) => SERIOUS.includes(severity));
  const vulnerable = serious.map(([name, { severity, via }]) => {
    const reasons = via.map((each) =>
      typeof each === 'string' ? `through ${each}` : `${each.title} (${each.url})`,
    );
    return `${name} (${severity}): ${reasons.join('; ')}`;
  });
  return { isTold: true, vulnerable };
}
