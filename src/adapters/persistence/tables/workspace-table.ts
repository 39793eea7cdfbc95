/** The table with the one row that every change of documents locks: authors, approvals and the schedule. */
import { EntitySchema } from 'typeorm';
import { longTextType, type Dialect } from '../column-types';

/** `state` is the JSON of a Workspace without its revision. */
export interface WorkspaceRow {
  readonly revision: number;
  readonly state: string;
}

/** Always the row 1. */
export function workspaceTable(dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: 'workspace',
    columns: {
      id: { type: 'integer', primary: true },
      revision: { type: 'integer' },
      state: longTextType(dialect),
    },
  });
}
