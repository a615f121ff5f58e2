package io.omnibridge.adapters.store.redis;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.Obligation;
import io.omnibridge.domain.revocation.ObligationId;
import io.omnibridge.domain.revocation.RevocationScope;
import io.omnibridge.domain.revocation.SealedToken;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * An obligation as a field of its user's head: lines, none of which can have a line break. The same obligation
 * always gives the same value, so that a conditional write may compare the values. Times are in milliseconds.
 */
final class OwedEntry {

    private static final String FORMAT = "1";
    private static final int LINES = 9;

    private static final String FIELD = "owed:";

    private OwedEntry() {}

    static String field(ObligationId id) {
        return FIELD + id.value();
    }

    /** Whether {@code field} is of an obligation, and not of something else that the head has. */
    static boolean isField(String field) {
        return field.startsWith(FIELD);
    }

    /** What the value of every obligation begins with that would end a new grant of {@code account} too. */
    static String beginningOfGrantWide(AccountKey account) {
        return beginning(RevocationScope.GRANT, account);
    }

    static String value(Obligation obligation) {
        return beginning(obligation.scope(), obligation.account())
                + String.join(
                        "\n",
                        obligation.version().linkId().value(),
                        Long.toString(obligation.version().generation()),
                        time(obligation.since()),
                        time(obligation.dueAt()),
                        Integer.toString(obligation.failures()),
                        Base64.getEncoder().encodeToString(obligation.sealed().toBytes()));
    }

    /** @throws IllegalArgumentException if {@code value} is not as {@link #value} makes it */
    static Obligation obligation(UserId owner, String field, String value) {
        List<String> lines = List.of(value.split("\n", -1));
        if (lines.size() != LINES || !lines.get(0).equals(FORMAT)) {
            throw new IllegalArgumentException("of another format");
        }
        return new Obligation(
                new ObligationId(field.substring(FIELD.length())),
                AccountEntry.key(owner, lines.get(2)),
                new AccountVersion(new LinkId(lines.get(3)), Long.parseLong(lines.get(4))),
                RevocationScope.valueOf(lines.get(1)),
                new SealedToken(Base64.getDecoder().decode(lines.get(8))),
                time(lines.get(5)),
                time(lines.get(6)),
                Integer.parseInt(lines.get(7)));
    }

    private static String beginning(RevocationScope scope, AccountKey account) {
        return String.join("\n", FORMAT, scope.name(), AccountEntry.field(account), "");
    }

    private static String time(Instant time) {
        return Long.toString(time.toEpochMilli());
    }

    private static Instant time(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
