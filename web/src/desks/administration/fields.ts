import type { Answer } from "../../frame/client";

export type Proposed = Answer<"administration.propose_mapping">;
export type Mapping = Proposed["mapping"];
export type Field = Mapping["columns"][number]["field"];
