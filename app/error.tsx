'use client'

import { PageIncident } from '@/components/comptes/page-incident'

export default function Erreur({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <>
      <title>Erreur inattendue – Espace Partenaires</title>
      <PageIncident numero={error.digest} reessayer={reset} />
    </>
  )
}
