'use client'

import { PageIncident } from '@/components/comptes/page-incident'
import './globals.css'

export default function ErreurGenerale({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="fr">
      <body className="font-sans">
        <title>Erreur inattendue – Espace Partenaires</title>
        <PageIncident numero={error.digest} reessayer={reset} />
      </body>
    </html>
  )
}
