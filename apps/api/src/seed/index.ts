/**
 * The demo company: exports of systems that a firm like Casa Marea would use, made from a seed. They are files only;
 * they come into Ancora as anybody's files do, through the front door.
 */
export { type DemoFiles, type DemoOptions, writeDemoFiles } from './write-demo-files.ts';
