export function processTree(root: number): number[];
export function treeRss(root: number): number;
export function treeCpuMs(root: number): number;
export function watchMemory(root: number): { stop(): number };
