package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.codec.RefreshStateCodec;
import io.omnibridge.adapters.store.redis.client.UnreadableValue;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account as a field of its user's hashes. The field is provider and account id, with a colon between them that no
 * provider can have; the value is lines, none of which can have a line break. Times are in milliseconds.
 *
 * <p>Format 2 adds the state of refresh and when the account was used last. Where these are as they are after a link, an
 * account is written in format 1, which a node of the version before reads too.
 */
final class AccountEntry {

    private static final String LINKED = "1";
    private static final String MOVED = "2";
    private static final int LINES_LINKED = 9;
    private static final int LINES_MOVED = 11;

    private AccountEntry() {}

    static String field(AccountKey key) {
        return key.provider().value() + ":" + key.providerAccountId().value();
    }

    static AccountKey key(UserId owner, String field) {
        String[] parts = field.split(":", 2);
        return new AccountKey(owner, new ProviderId(parts[0]), new ProviderAccountId(parts[1]));
    }

    /** As {@link #key}; empty when {@code field} can be of no account. */
    static Optional<AccountKey> readableKey(UserId owner, String field) {
        try {
            return Optional.of(Row.read(() -> key(owner, field)));
        } catch (UnreadableValue e) {
            return Optional.empty();
        }
    }

    /** What follows the one character of the format in the value of every account of that version. */
    static String afterFormat(AccountVersion version) {
        return String.join("\n", "", version.linkId().value(), Long.toString(version.generation()), "");
    }

    static String value(AccountMetadata account) {
        String value = afterFormat(account.version())
                + String.join(
                        "\n",
                        account.linkedBy().name(),
                        Boolean.toString(account.refreshable()),
                        account.expiresAt().map(AccountEntry::time).orElse(""),
                        time(account.linkedAt()),
                        time(account.updatedAt()),
                        String.join(" ", account.scopes().values()));
        return isAsLinked(account)
                ? LINKED + value
                : String.join("\n", MOVED + value, RefreshStateCodec.of(account.refresh()), time(account.usedAt()));
    }

    /** @throws IllegalArgumentException if {@code value} is not as {@link #value} makes it */
    static AccountMetadata metadata(AccountKey key, String value) {
        List<String> lines = List.of(value.split("\n", -1));
        boolean moved = lines.get(0).equals(MOVED) && lines.size() == LINES_MOVED;
        if (!moved && !(lines.get(0).equals(LINKED) && lines.size() == LINES_LINKED)) {
            throw new IllegalArgumentException("of another format");
        }
        return new AccountMetadata(
                key,
                new AccountVersion(new LinkId(lines.get(1)), Long.parseLong(lines.get(2))),
                Scopes.parse(lines.get(8)),
                LinkedBy.valueOf(lines.get(3)),
                Boolean.parseBoolean(lines.get(4)),
                Optional.of(lines.get(5)).filter(text -> !text.isEmpty()).map(AccountEntry::time),
                time(lines.get(6)),
                time(lines.get(7)),
                moved ? RefreshStateCodec.parse(lines.get(9)) : RefreshState.READY,
                time(lines.get(moved ? 10 : 7)));
    }

    private static boolean isAsLinked(AccountMetadata account) {
        return account.refresh().equals(RefreshState.READY)
                && time(account.usedAt()).equals(time(account.updatedAt()));
    }

    private static String time(Instant time) {
        return Long.toString(time.toEpochMilli());
    }

    private static Instant time(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
