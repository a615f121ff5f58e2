package io.omnibridge.adapters.http.route;

import io.omnibridge.application.port.AccountPosition;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The cursor of {@code GET /accounts} and of its page: a position in the caller's own list, in base64url. It names no user, so a forged one shows
 * only another part of the caller's list.
 */
public final class AccountCursor {

    private static final int MAX_LENGTH = 512;

    private AccountCursor() {}

    public static String of(AccountPosition position) {
        String text =
                position.provider().value() + "/" + position.providerAccountId().value();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor.
     *
     * @throws InvalidValue if {@link #of} gives no such cursor
     */
    public static AccountPosition parse(String cursor) {
        AccountPosition position = position(cursor);
        InvalidValue.unless(of(position).equals(cursor), "must be a next_cursor of an earlier response");
        return position;
    }

    private static AccountPosition position(String cursor) {
        try {
            InvalidValue.unless(cursor.length() <= MAX_LENGTH, "must be short");
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("/", 2);
            InvalidValue.unless(parts.length == 2, "must have two parts");
            return new AccountPosition(new ProviderId(parts[0]), new ProviderAccountId(parts[1]));
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("must be a next_cursor of an earlier response");
        }
    }
}
