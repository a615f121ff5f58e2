package io.omnibridge.adapters.http.route;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of members that say whose an account is. The owner comes from the JWT alone, so a request that has such a member is
 * rejected, whatever its value: its sender believes that it decides something.
 *
 * <p>Letter case, {@code _}, {@code -}, {@code .} and spaces do not count: {@code userId} is {@code user_id}. A word that a
 * provider puts before the noun for its own purposes, such as in {@code bot_user_id}, is not in the list.
 */
final class OwnerNames {

    private static final int MAX_LENGTH = 64;

    private static final Pattern SEPARATOR = Pattern.compile("[_. -]");

    private static final Pattern NAME = Pattern.compile(
            "(account|resource|link|linked|target|end|token|vault|grant|requested|effective|impersonated"
                    + "|onbehalfof|for|as)?(user|owner|subject|sub|principal)s?"
                    + "(id|ids|name|uuid|guid|sub|key|email|login|identifier)?"
                    + "|uid|upn|login|email|preferredusername|onbehalfof|actas|runas|impersonate|actor|account|linkedby");

    private OwnerNames() {}

    /** Returns whether the member {@code name} names an owner. Such a name is safe to repeat. */
    static boolean contains(String name) {
        return name.length() <= MAX_LENGTH
                && NAME.matcher(SEPARATOR.matcher(name).replaceAll("").toLowerCase(Locale.ROOT))
                        .matches();
    }
}
