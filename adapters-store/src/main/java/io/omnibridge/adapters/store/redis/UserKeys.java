package io.omnibridge.adapters.store.redis;

import io.omnibridge.domain.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The keys of one user. The user id stands in them base64url-encoded: two users never share a key, and whatever characters
 * an id has, braces above all, the hash tag is all of it and nothing else, so that a user is in one hash slot.
 *
 * @param head a hash: how many events the user's record has, and the MAC of the last one
 * @param accounts a hash: what may be shown of each account
 * @param sealed a hash: the sealed credentials of each account; apart, so that a listing does not read them
 * @param record a stream: the events, each under its position
 */
record UserKeys(String head, String accounts, String sealed, String record) {

    /** Matches the head of every user (see KEYS in the manual of Redis). */
    static final String ANY_HEAD = "omnibridge:{*}:head";

    static UserKeys of(UserId user) {
        String encoded = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(user.value().getBytes(StandardCharsets.UTF_8));
        String prefix = "omnibridge:{" + encoded + "}:";
        return new UserKeys(prefix + "head", prefix + "accounts", prefix + "sealed", prefix + "record");
    }
}
