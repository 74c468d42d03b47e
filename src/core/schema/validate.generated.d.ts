// What scripts/schema.mjs makes of schemas/playbook.schema.json.
export interface SchemaError {
  /** A JSON pointer into the data. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Set where the error is about the name of a key. */
  readonly propertyName?: string;
}

/** Pure code, no `eval`. Errors are on the function after each call, as ajv leaves them. */
export declare const validate: {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
};
