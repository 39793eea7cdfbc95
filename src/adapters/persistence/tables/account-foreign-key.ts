/** The foreign key of every table whose rows belong to an account. */

/** Rows go when their account is erased. */
export function accountForeignKey(name: string) {
  return {
    name,
    target: 'account',
    columnNames: ['account_id'],
    referencedColumnNames: ['id'],
    onDelete: 'CASCADE' as const,
    onUpdate: 'RESTRICT' as const,
  };
}
