import { type SankeyGraph, type SankeyLink, type SankeyNode, sankey, sankeyLinkHorizontal } from 'd3-sankey';

/** A flow between two stages. */
export interface Flow {
  from: string;
  to: string;
  n: number;
}

interface Node {
  key: string;
}
interface Link {
  n: number;
}

/** A stage as a bar of the picture. */
export interface LaidNode {
  key: string;
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** A flow as a band of the picture; one that goes back is drawn below. */
export interface LaidFlow extends Flow {
  path: string;
  width: number;
  isBack: boolean;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * Lays flows out from left to right in the order of the stages. d3-sankey knows no way back, so loops are bands below, from the foot of one bar to
 * the foot of the other, as wide as the others are for as many people.
 */
export function laySankey(
  stages: readonly string[],
  flows: readonly Flow[],
  { width, height, foot }: { width: number; height: number; foot: number },
): { nodes: LaidNode[]; flows: LaidFlow[] } {
  const place = new Map(stages.map((key, at) => [key, at]));
  const known = flows.filter(({ from, to, n }) => n > 0 && place.has(from) && place.has(to) && from !== to);
  const forward = known.filter(({ from, to }) => place.get(from)! < place.get(to)!);
  if (known.length === 0) return { nodes: [], flows: [] };
  const layout = sankey<Node, Link>()
    .nodeId(({ key }) => key)
    .nodeAlign((node, depth) => Math.min(place.get(node.key) ?? 0, depth - 1))
    .nodeSort((a, b) => place.get(a.key)! - place.get(b.key)!)
    .nodeWidth(14)
    .nodePadding(18)
    .extent([
      [0, 10],
      [width, height - foot],
    ]);
  const graph: SankeyGraph<Node, Link> = layout({
    nodes: stages.map((key) => ({ key })),
    links: forward.map(({ from, to, n }) => ({ source: from, target: to, value: n, n })),
  });
  const step = (width - 14) / Math.max(1, stages.length - 1);
  for (const node of graph.nodes) {
    // Columns by the order of the stages, whatever the longest way is.
    node.x0 = place.get(node.key)! * step;
    node.x1 = node.x0 + 14;
  }
  layout.update(graph);
  const largest = Math.max(...known.map(({ n }) => n));
  const unit = unitOf(graph.links) ?? (height - foot) / 2 / largest;
  const draw = sankeyLinkHorizontal<Node, Link>();
  const laid = graph.links.map((link): LaidFlow => {
    const [source, target] = [link.source as SankeyNode<Node, Link>, link.target as SankeyNode<Node, Link>];
    return {
      from: source.key,
      to: target.key,
      n: link.n,
      path: draw(link) ?? '',
      width: Math.max(1, link.width ?? 0),
      isBack: false,
    };
  });
  const middle = (key: string) => place.get(key)! * step + 7;
  const back = known
    .filter((flow) => !forward.includes(flow))
    .sort((a, b) => place.get(a.from)! - place.get(a.to)! - (place.get(b.from)! - place.get(b.to)!));
  const base = height - foot + 4;
  for (const flow of back) {
    const [x1, x0] = [middle(flow.from), middle(flow.to)];
    const reach = (place.get(flow.from)! - place.get(flow.to)!) / Math.max(1, stages.length - 1);
    const depth = base + 14 + reach * (foot - 24);
    laid.push({
      ...flow,
      path: `M${round(x1)} ${base}C${round(x1)} ${round(depth)} ${round(x0)} ${round(depth)} ${round(x0)} ${base}`,
      width: Math.max(1, Math.min(18, flow.n * unit)),
      isBack: true,
    });
  }
  return {
    nodes: graph.nodes
      .filter(({ key }) => known.some(({ from, to }) => key === from || key === to))
      .map(({ key, x0, x1, y0, y1 }) => ({
        key,
        x0: x0 ?? 0,
        x1: x1 ?? 0,
        y0: y0 ?? 0,
        y1: Math.max((y0 ?? 0) + 2, y1 ?? 0),
      })),
    flows: laid,
  };
}

function unitOf(links: readonly SankeyLink<Node, Link>[]): number | null {
  const widest = links.find(({ width }) => (width ?? 0) > 0);
  return widest?.width ? widest.width / widest.value : null;
}
