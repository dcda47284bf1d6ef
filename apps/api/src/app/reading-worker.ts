// A thread that reads files of imports: it loads what the subjects understand and nothing of the house.
import { answerReadings } from '../modules/intake/answer-readings.ts';
import { vocabularies } from './vocabularies.ts';

answerReadings(vocabularies);
