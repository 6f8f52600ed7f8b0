export { bytesEqual, compareBytes, concatBytes } from "./bytes.ts";
export { type Consistency, verifyConsistency } from "./consistency.ts";
export { decodeEntryBundle, ENTRY_BYTES_MAX, encodeEntryBundle } from "./entry-bundle.ts";
export {
  appendToFrontier,
  copyFrontier,
  emptyFrontier,
  type Frontier,
  frontierRoot,
  parseFrontier,
  serializeFrontier,
} from "./frontier.ts";
export { growTiles, type TileContent } from "./grow-tiles.ts";
export { emptyRoot, HASH_BYTES, type Hash, hashLeaf, hashNode, type Sha256 } from "./hash.ts";
export { type Inclusion, inclusionRoot, verifyInclusion } from "./inclusion.ts";
export { logMapValue, type MapPair, mapKey, mapRoot } from "./map/map-hash.ts";
export {
  type MapClaim,
  type MapProof,
  proveInMap,
  proveManyInMap,
  verifyMapProof,
} from "./map/map-proof.ts";
export {
  checkMapTile,
  type MapPrefix,
  type MapUpdate,
  type ReadMapTiles,
  type StoredMap,
  updateMap,
} from "./map/update-map.ts";
export {
  consistencyProof,
  frontierFromTiles,
  inclusionProof,
  inclusionProofs,
  rootFromTiles,
} from "./prove.ts";
export {
  parseTilePath,
  TILE_WIDTH,
  type Tile,
  type TileOrBundle,
  tileInTree,
  tilePath,
  tilesChanged,
  tilesOfSize,
} from "./tile.ts";
export { type ReadTiles, type StoredTree, tileRoot } from "./tree-nodes.ts";
export { TREE_SIZE_MAX } from "./units.ts";
