import { existsSync } from 'node:fs';
import { TOOL_VERSION } from '../version.ts';
import { readArguments } from './arguments.ts';
import { EXIT_CODES } from './exit-code.ts';
import type { Host } from './host.ts';
import { ignoreClosedPipe, writeOutput } from './output.ts';
import { SERVICES, type Services } from './services.ts';

/**
 * Does what the arguments ask for.
 * @returns the exit code.
 * @throws UserError for wrong usage.
 */
export async function run(
  args: readonly string[],
  host: Host,
  services: Services = SERVICES,
): Promise<number> {
  ignoreClosedPipe(host.stderr);
  const command = readArguments(args, existsSync);
  switch (command.kind) {
    case 'version':
      await writeOutput(host.stdout, [`${TOOL_VERSION}\n`]);
      return EXIT_CODES.clean;
    case 'help': {
      const { helpText } = await import('./help.ts');
      await writeOutput(host.stdout, [helpText(command.topic, host.stdout.columns)]);
      return EXIT_CODES.clean;
    }
    case 'scan': {
      const { runScan } = await import('./commands/scan.ts');
      return runScan(command, host, await services.scan());
    }
    case 'baseline': {
      const { runBaseline } = await import('./commands/baseline.ts');
      return runBaseline(command, host, await services.scan());
    }
    case 'explain': {
      const { runExplain } = await import('./commands/explain.ts');
      return runExplain(command, host, await services.explain());
    }
    case 'hook-install':
    case 'hook-uninstall':
    case 'hook-status': {
      const { runHook } = await import('./commands/hook.ts');
      return runHook(command, host);
    }
    case 'hook-run': {
      const { runHookCheck } = await import('./commands/hook-run.ts');
      return runHookCheck(command, host, await services.scan());
    }
    default: {
      const { runRules } = await import('./commands/rules.ts');
      return runRules(command, host, await services.rules());
    }
  }
}
