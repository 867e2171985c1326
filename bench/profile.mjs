/** placeholder */
export async function recordProfile() {}
