/** One database, one history: every migration, oldest first. A migration that has landed is never edited. */
import { Ground1795212000001 } from './0001-ground.ts';
import { Access1795212000002 } from './0002-access.ts';
import { Intake1795212000003 } from './0003-intake.ts';
import { Customers1795212000004 } from './0004-customers.ts';
import { Identity1795212000005 } from './0005-identity.ts';
import { Timeline1795212000006 } from './0006-timeline.ts';
import { Marketing1795212000007 } from './0007-marketing.ts';
import { Sales1795212000008 } from './0008-sales.ts';
import { Support1795212000009 } from './0009-support.ts';
import { Activity1795212000010 } from './0010-activity.ts';
import { Views1795212000011 } from './0011-views.ts';
import { SaidTogether1795212000012 } from './0012-said-together.ts';
import { JourneyMaps1795212000013 } from './0013-journey-maps.ts';
import { Content1795212000014 } from './0014-content.ts';
import { Experience1795212000015 } from './0015-experience.ts';
import { Promises1795212000016 } from './0016-promises.ts';
import { Voice1795212000017 } from './0017-voice.ts';
import { Desk1795212001018 } from './0018-desk.ts';
import { Outbox1795212000018 } from './0018-outbox.ts';
import { ProvenReferences1795212000020 } from './0020-proven-references.ts';
import { Mail1795212000021 } from './0021-mail.ts';
import { Chat1795212000022 } from './0022-chat.ts';
import { Obstacles1795212000060 } from './0060-obstacles.ts';
import { RoomForRows1795212000065 } from './0065-room-for-rows.ts';
import { RepeatBuying1795212000070 } from './0070-repeat-buying.ts';
import { Surveys1795212000075 } from './0075-surveys.ts';
import { ClocksArePromises1795212001076 } from './0076-clocks-are-promises.ts';
import { TicketsByNumber1795212000077 } from './0077-tickets-by-number.ts';
import { Channels1795212000080 } from './0080-channels.ts';
import { Attachments1795212000081 } from './0081-attachments.ts';
import { Portal1795212000082 } from './0082-portal.ts';
import { ChannelWish1795212000083 } from './0083-channel-wish.ts';
import { WhatCameOfTouches1795212000090 } from './0090-what-came-of-touches.ts';
import { SyntheticLinks1795212000091 } from './0091-synthetic-links.ts';
import { TicketsByNumberOnce1795212001110 } from './0110-tickets-by-number-once.ts';
import { HeldRunsAreRefused1795212001121 } from './0121-held-runs-are-refused.ts';
import { TicketFields1795212001130 } from './0130-ticket-fields.ts';
import { PromisesAbout1795212001131 } from './0131-promises-about.ts';
import { ViewsInOrder1795212001132 } from './0132-views-in-order.ts';
import { ReviewsAreAnswered1795212001140 } from './0140-reviews-are-answered.ts';
import { HeardOf1795212001141 } from './0141-heard-of.ts';
import { AnswersOnEveryChannel1795212001150 } from './0150-answers-on-every-channel.ts';
import { ChatQuestionsAndFiles1795212001151 } from './0151-chat-questions-and-files.ts';
import { FewerIndexEntries1795212001172 } from './0172-fewer-index-entries.ts';
import { RefusingAndPublishingExcludeEachOther1795212001176 } from './0176-refusing-and-publishing-exclude-each-other.ts';
import { AskedHowTheyHeard1795212001177 } from './0177-asked-how-they-heard.ts';
import { OwedAfterImports1795212001180 } from './0180-owed-after-imports.ts';
import { StatisticsOfWhatIsAskedFor1795212001181 } from './0181-statistics-of-what-is-asked-for.ts';
import { SignalsOfAnImportByPlace1795212001182 } from './0182-signals-of-an-import-by-place.ts';
import { StatisticsOfPeople1795212001183 } from './0183-statistics-of-people.ts';
import { StatisticsOfLists1795212001185 } from './0185-statistics-of-lists.ts';
import { JsonThatIsOnlyKept1795212001186 } from './0186-json-that-is-only-kept.ts';
import { MessagesOfBots1795212001191 } from './0191-messages-of-bots.ts';
import { StagesByVersion1795212001192 } from './0192-stages-by-version.ts';
import { StatisticsOfSums1795212001193 } from './0193-statistics-of-sums.ts';
import { SourcesSetUpByHand1795212001194 } from './0194-sources-set-up-by-hand.ts';
import { UnreadableAsPosted1795212001195 } from './0195-unreadable-as-posted.ts';
import { RowsOfADryRun1795212001196 } from './0196-rows-of-a-dry-run.ts';
import { TasksOfOurs1795212001197 } from './0197-tasks-of-ours.ts';
import { CompaniesByHand1795212001198 } from './0198-companies-by-hand.ts';
import { ListsAsFiles1795212001199 } from './0199-lists-as-files.ts';
import { TrailByWhoAndWhat1795212001201 } from './0201-trail-by-who-and-what.ts';
import { WhatGoesAlong1795212001202 } from './0202-what-goes-along.ts';
import { UnreadablePutAway1795212001203 } from './0203-unreadable-put-away.ts';

export const migrations = [
  Ground1795212000001,
  Access1795212000002,
  Intake1795212000003,
  Customers1795212000004,
  Identity1795212000005,
  Timeline1795212000006,
  Marketing1795212000007,
  Sales1795212000008,
  Support1795212000009,
  Activity1795212000010,
  Views1795212000011,
  SaidTogether1795212000012,
  JourneyMaps1795212000013,
  Content1795212000014,
  Experience1795212000015,
  Promises1795212000016,
  Voice1795212000017,
  Outbox1795212000018,
  ProvenReferences1795212000020,
  Mail1795212000021,
  Obstacles1795212000060,
  RepeatBuying1795212000070,
  RoomForRows1795212000065,
  Desk1795212001018,
  Chat1795212000022,
  Surveys1795212000075,
  Channels1795212000080,
  Attachments1795212000081,
  Portal1795212000082,
  ChannelWish1795212000083,
  ClocksArePromises1795212001076,
  TicketsByNumber1795212000077,
  WhatCameOfTouches1795212000090,
  SyntheticLinks1795212000091,
  TicketsByNumberOnce1795212001110,
  HeldRunsAreRefused1795212001121,
  TicketFields1795212001130,
  PromisesAbout1795212001131,
  ViewsInOrder1795212001132,
  AnswersOnEveryChannel1795212001150,
  ChatQuestionsAndFiles1795212001151,
  ReviewsAreAnswered1795212001140,
  HeardOf1795212001141,
  FewerIndexEntries1795212001172,
  RefusingAndPublishingExcludeEachOther1795212001176,
  AskedHowTheyHeard1795212001177,
  OwedAfterImports1795212001180,
  StatisticsOfWhatIsAskedFor1795212001181,
  SignalsOfAnImportByPlace1795212001182,
  StatisticsOfPeople1795212001183,
  StatisticsOfLists1795212001185,
  JsonThatIsOnlyKept1795212001186,
  MessagesOfBots1795212001191,
  StagesByVersion1795212001192,
  StatisticsOfSums1795212001193,
  SourcesSetUpByHand1795212001194,
  UnreadableAsPosted1795212001195,
  RowsOfADryRun1795212001196,
  TasksOfOurs1795212001197,
  CompaniesByHand1795212001198,
  ListsAsFiles1795212001199,
  TrailByWhoAndWhat1795212001201,
  WhatGoesAlong1795212001202,
  UnreadablePutAway1795212001203,
];
