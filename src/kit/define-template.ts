import type { TemplateDefinition } from "../model/template.ts";

/** Marks a module's default export as a template; returns it unchanged. */
export const defineTemplate = <T extends TemplateDefinition>(definition: T): T => definition;
