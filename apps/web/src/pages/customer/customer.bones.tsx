import { useFragment } from '@apollo/client/react';
import { useParams } from '@tanstack/react-router';
import { graphql } from '#lib/graphql/graphql.ts';
import { Avatar } from '#ui/badges/avatar.tsx';
import { Bone } from '#ui/state/bones.tsx';
import styles from './customer.bones.module.css';
import page from './customer.module.css';

const NameFragment = graphql(`
  fragment BonesName on Customer {
    id
    displayName
  }
`);

/** The page before it is there: the name at once where a list already knew it, and the geometry of the rest. */
export function CustomerBones() {
  const { customerId } = useParams({ strict: false });
  const { data, complete } = useFragment({
    fragment: NameFragment,
    from: { __typename: 'Customer', id: customerId ?? '' },
  });
  return (
    <div className={page.page} aria-busy="true">
      <div className={styles.head}>
        {complete ? <Avatar name={data.displayName} size={48} /> : <Bone width={48} height={48} />}
        <div>
          {complete ? <h1>{data.displayName}</h1> : <Bone width={220} height={24} />}
          <Bone width={180} />
        </div>
      </div>
      <div className={styles.stages}>
        <Bone height={4} />
      </div>
      <div className={page.columns}>
        <div className={styles.card}>
          <Bone />
          <Bone width="70%" />
          <Bone width="85%" />
        </div>
        <div className={styles.card} data-tall>
          <Bone />
          <Bone width="60%" />
          <Bone width="90%" />
          <Bone width="75%" />
        </div>
        <div className={styles.card}>
          <Bone width="80%" />
          <Bone />
        </div>
      </div>
    </div>
  );
}
