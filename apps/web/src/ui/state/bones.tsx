import styles from './bones.module.css';

/** A grey bar that stands where a line of text will be. */
export function Bone({ width = '100%', height = 14 }: { width?: number | string; height?: number }) {
  return <span className={styles.bone} style={{ inlineSize: width, blockSize: height }} aria-hidden />;
}
