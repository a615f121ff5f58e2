package io.omnibridge.domain.account;

import io.omnibridge.domain.Alphabet;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Sha256;
import io.omnibridge.domain.Text;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The provider's own stable id of an account.
 *
 * @param value matches {@code [A-Za-z0-9._~@:+=|-]{1,255}} and is neither {@code .} nor {@code ..}; it begins with
 *     {@code ~h:} exactly if it stands for an id that does not fit the pattern, and is followed by the base64url of that
 *     id's SHA-256 then
 */
public record ProviderAccountId(String value) implements Comparable<ProviderAccountId> {

    private static final int MAX_LENGTH = 255;
    private static final Alphabet ALPHABET =
            Alphabet.range('A', 'Z').andRange('a', 'z').andRange('0', '9').and("._~@:+=|-");
    private static final String DIGEST_PREFIX = "~h:";
    private static final Pattern DIGEST = Pattern.compile(DIGEST_PREFIX + "[A-Za-z0-9_-]{43}");

    /** @throws InvalidValue if {@code value} breaks a rule above */
    public ProviderAccountId {
        InvalidValue.unless(
                ALPHABET.spells(value, MAX_LENGTH),
                "must be 1 to 255 characters of A-Z, a-z, 0-9 and '.', '_', '~', '@', ':', '+', '=', '|', '-'");
        InvalidValue.unless(!value.equals(".") && !value.equals(".."), "must not be '.' or '..'");
        InvalidValue.unless(
                !value.startsWith(DIGEST_PREFIX) || DIGEST.matcher(value).matches(),
                "must not begin with '" + DIGEST_PREFIX + "'");
    }

    /**
     * The id that a provider gave, by its digest where it does not fit the pattern.
     *
     * @throws InvalidValue if it is empty, or has an unpaired surrogate, which would share its digest with others
     */
    public static ProviderAccountId given(String id) {
        InvalidValue.unless(!id.isEmpty(), "must not be empty");
        InvalidValue.unless(!Text.hasUnpairedSurrogate(id), "must not contain an unpaired surrogate");
        boolean fits =
                ALPHABET.spells(id, MAX_LENGTH) && !id.equals(".") && !id.equals("..") && !id.startsWith(DIGEST_PREFIX);
        return new ProviderAccountId(fits ? id : DIGEST_PREFIX + digest(id));
    }

    /** Whether this is the digest of an id, which only OmniBridge itself makes. */
    public boolean isDigest() {
        return value.startsWith(DIGEST_PREFIX);
    }

    @Override
    public int compareTo(ProviderAccountId other) {
        return value.compareTo(other.value);
    }

    private static String digest(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(id));
    }
}
