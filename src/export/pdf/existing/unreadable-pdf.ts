/** Why a file cannot be read, in both languages. */
export class UnreadablePdf extends Error {
  override readonly name = "UnreadablePdf";
  readonly reasonVi: string;

  constructor(reasonVi: string, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.reasonVi = reasonVi;
  }
}
