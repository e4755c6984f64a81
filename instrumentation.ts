/** Run once, before the web server answers anyone. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { demarrerLogsDuWeb } = await import('@/lib/socle/demarrer-logs')
  demarrerLogsDuWeb()
  if (process.env.NODE_ENV !== 'production') return
  const { remplirLesIntrouvables } = await import('@/lib/socle/page-introuvable')
  remplirLesIntrouvables()
}
