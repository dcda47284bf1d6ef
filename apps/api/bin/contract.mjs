// Prints the contract: packages/schema/schema.graphql out of the code. With --check it only says whether the file is fresh.
import { buildApi } from './build.mjs';

await buildApi('src/app/print-contract.ts');
const { printContract } = await import('../dist/print-contract.js');
process.exitCode = await printContract(process.argv.includes('--check'));
