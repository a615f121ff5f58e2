package io.omnibridge.adapters.store.redis;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import io.omnibridge.domain.revocation.RevocationScope;
import io.omnibridge.domain.revocation.SealedToken;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * An obligation as a field of its user's head: lines, none of which can have a line break. The same obligation
 * always gives the same value, so that a conditional write may compare the values. Times are in milliseconds.
 */
final class RevocationEntry {

    private static final String FORMAT = "1";
    private static final int LINES = 9;

    private static final String FIELD = "owed:";

    private RevocationEntry() {}

    static String field(PendingRevocationId id) {
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

    static String value(PendingRevocation pendingRevocation) {
        return beginning(pendingRevocation.scope(), pendingRevocation.account())
                + String.join(
                        "\n",
                        pendingRevocation.version().linkId().value(),
                        Long.toString(pendingRevocation.version().generation()),
                        time(pendingRevocation.since()),
                        time(pendingRevocation.dueAt()),
                        Integer.toString(pendingRevocation.failures()),
                        Base64.getEncoder()
                                .encodeToString(pendingRevocation.sealed().toBytes()));
    }

    /** @throws IllegalArgumentException if {@code value} is not as {@link #value} makes it */
    static PendingRevocation pendingRevocation(UserId owner, String field, String value) {
        List<String> lines = List.of(value.split("\n", -1));
        if (lines.size() != LINES || !lines.get(0).equals(FORMAT)) {
            throw new IllegalArgumentException("of another format");
        }
        return new PendingRevocation(
                new PendingRevocationId(field.substring(FIELD.length())),
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
