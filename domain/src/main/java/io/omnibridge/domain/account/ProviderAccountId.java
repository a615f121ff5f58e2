package io.omnibridge.domain.account;

import io.omnibridge.domain.Alphabet;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Sha256;
import io.omnibridge.domain.Text;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The provider's own stable id of an account. An id that does not match the pattern is represented by its digest.
 *
 * @param value matches {@code [A-Za-z0-9._~@:+=|-]{1,255}} and is neither {@code .} nor {@code ..}. It begins with
 *     {@code ~h:} only if it is a digest: {@code ~h:} and the base64url of the id's SHA-256
 */
public record ProviderAccountId(String value) implements Comparable<ProviderAccountId> {

    private static final int MAX_LENGTH = 255;
    private static final Alphabet ALPHABET =
            Alphabet.range('A', 'Z').andRange('a', 'z').andRange('0', '9').and("._~@:+=|-");
    private static final String DIGEST_PREFIX = "~h:";
    private static final Pattern DIGEST = Pattern.compile(DIGEST_PREFIX + "[A-Za-z0-9_-]{43}");

    /**
     * Stands for an account whose id the provider did not tell. It is the digest of the empty id, which no account has: no
     * account is ever linked under it.
     */
    public static final ProviderAccountId UNKNOWN = new ProviderAccountId(digest(""));

    /** @throws InvalidValue if {@code value} breaks a rule above */
    public ProviderAccountId {
        InvalidValue.unless(
                ALPHABET.matches(value, MAX_LENGTH),
                "must be 1 to 255 characters of A-Z, a-z, 0-9 and '.', '_', '~', '@', ':', '+', '=', '|', '-'");
        InvalidValue.unless(!value.equals(".") && !value.equals(".."), "must not be '.' or '..'");
        InvalidValue.unless(
                !value.startsWith(DIGEST_PREFIX) || DIGEST.matcher(value).matches(),
                "must not begin with '" + DIGEST_PREFIX + "'");
    }

    /**
     * Returns the id that a provider gave, or its digest if the id does not match the pattern.
     *
     * @throws InvalidValue if {@code id} is empty, or has an unpaired surrogate: ids that differ in it have the same
     *     digest
     */
    public static ProviderAccountId ofProvider(String id) {
        InvalidValue.unless(!id.isEmpty(), "must not be empty");
        InvalidValue.unless(!Text.hasUnpairedSurrogate(id), "must not contain an unpaired surrogate");
        boolean fits = ALPHABET.matches(id, MAX_LENGTH)
                && !id.equals(".")
                && !id.equals("..")
                && !id.startsWith(DIGEST_PREFIX);
        return new ProviderAccountId(fits ? id : digest(id));
    }

    private static String digest(String id) {
        return DIGEST_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(id));
    }

    /** Returns whether this is the digest of an id. Only OmniBridge creates digests; clients cannot. */
    public boolean isDigest() {
        return value.startsWith(DIGEST_PREFIX);
    }

    @Override
    public int compareTo(ProviderAccountId other) {
        return value.compareTo(other.value);
    }
}
