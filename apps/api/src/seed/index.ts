/**
 * The demo company: exports of systems that a firm like Casa Marea would use, made from a seed. They are files only;
 * they come into Ancora as anybody's files do, through the front door.
 */

export { PROFILES, type ProfileName } from './crowd/profile.ts';
/** A crowd of people who do not exist, as several systems hold them, with the truth about who is who. */
export { type Crowd, type CrowdOptions, writeCrowd } from './crowd/write-crowd.ts';
export { type DemoFiles, type DemoOptions, writeDemoFiles } from './write-demo-files.ts';
