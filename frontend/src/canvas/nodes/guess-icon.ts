export type Glyph = "web" | "api" | "db" | "cache" | "queue" | "dns" | "watch" | "job" | "pod" | "host";

// A guess from names that people give; a wrong one only shows another picture.
const GUESSES: [Glyph, RegExp][] = [
  ["db", /\b(db|database|mysql|mariadb|postgres\w*|pg|mongo\w*|sql|ledger|store|etcd|cassandra|elastic\w*)\b/],
  ["cache", /\b(cache|redis|memcached?|valkey)\b/],
  ["queue", /\b(queue|kafka|rabbit\w*|nats|mq|broker|events?)\b/],
  ["dns", /\b(dns|coredns|kube-dns)\b/],
  ["watch", /\b(prometheus|grafana|monitor\w*|metrics|logs?|loki|agent)\b/],
  ["job", /\b(job|cron\w*|worker|batch|task|runner)\b/],
  ["web", /\b(web|www|front\w*|ui|site|shop|nginx|proxy|ingress|client|gateway)\b/],
  ["api", /\b(api|back\w*|server|service|svc|app|rest|grpc|graphql)\b/],
];

/** The picture for a pod, guessed from its name first, then from its labels' values. */
export function guessGlyph(name: string, labels: Record<string, string>): Glyph {
  for (const text of [name, ...Object.values(labels)]) {
    const words = text.toLowerCase().replace(/[-_.]/g, " ");
    const found = GUESSES.find(([, pattern]) => pattern.test(words));
    if (found) return found[0];
  }
  return "pod";
}
