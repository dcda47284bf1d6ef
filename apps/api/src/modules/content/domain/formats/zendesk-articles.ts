import { cutText } from '#kernel/cut-text';
import { plainText } from '#kernel/plain-text';
import { defineFormat } from '#modules/house';
import { webAddress } from '../content-wish.ts';

/** Articles of Zendesk's help centre (`/api/v2/help_center/articles.json`): answers in one language each. */
export const zendeskArticles = defineFormat({
  name: 'zendesk-articles',
  system: 'zendesk',
  label: 'Zendesk help centre articles',
  order: 30,
  marks: {
    needs: [
      ['id'],
      ['title'],
      ['locale', 'source_locale'],
      ['section_id', 'permission_group_id', 'label_names'],
    ],
    likes: ['body', 'draft', 'html_url', 'promoted', 'author_id', 'comments_disabled', 'outdated'],
    collection: 'articles',
  },
  read(row) {
    const id = row.need('missing-id', 'This article has no id', 'id');
    const title = row.need('missing-title', 'This article has no title', 'title');
    const locale = (row.text('locale', 'source_locale') ?? 'en').toLowerCase().split(/[-_]/)[0]!;
    const link = webAddress.safeParse(row.text('html_url'));
    return {
      kind: 'content',
      subjectKey: `article:${id}`,
      at: row.moment('edited_at', 'updated_at', 'created_at'),
      body: {
        kind: 'answer',
        purpose: 'service',
        tags: row
          .list(/[;,]/, 'label_names')
          .map((tag) => cutText(tag, 60))
          .slice(0, 30),
        isDraft: row.flag('draft'),
        translations: [
          {
            language: /^[a-z]{2,3}$/.test(locale) ? locale : 'en',
            title: cutText(title, 200),
            body: cutText(plainText(row.text('body') ?? ''), 50_000),
            link: link.success ? link.data : undefined,
          },
        ],
      },
    };
  },
});
