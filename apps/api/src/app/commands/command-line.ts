import { Command } from 'commander';
import { demoCommand } from './demo.ts';
import { identifyCommand } from './identify.ts';
import { importCommand } from './import.ts';
import { keyCommand } from './key.ts';
import { migrateCommand } from './migrate.ts';
import { resolveCommand } from './resolve.ts';
import { startCommand } from './start.ts';
import { userCommand } from './user.ts';
import { workCommand } from './work.ts';

/** The operator's one command line. */
export function commandLine(): Command {
  return new Command('ancora')
    .description('A customer-360 CRM: one customer graph out of marketing, sales and support.')
    .version('0.1.0')
    .showHelpAfterError('(ancora --help shows what there is)')
    .addCommand(startCommand())
    .addCommand(migrateCommand())
    .addCommand(importCommand())
    .addCommand(identifyCommand())
    .addCommand(resolveCommand())
    .addCommand(demoCommand())
    .addCommand(keyCommand())
    .addCommand(userCommand())
    .addCommand(workCommand());
}
