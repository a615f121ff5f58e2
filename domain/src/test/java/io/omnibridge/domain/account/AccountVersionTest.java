package io.omnibridge.domain.account;

import static io.omnibridge.domain.RefusedValues.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.InvalidValue;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountVersionTest {

    private static final LinkId LINK = new LinkId("0123456789abcdef0123456789abcdef");

    @Test
    void a_link_begins_at_generation_1_and_each_renewal_is_one_more() {
        assertEquals(new AccountVersion(LINK, 1), AccountVersion.first(LINK));
        assertEquals(
                new AccountVersion(LINK, 3), AccountVersion.first(LINK).next().next());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void a_generation_below_1_is_refused(long generation) {
        assertThrows(InvalidValue.class, () -> new AccountVersion(LINK, generation));
    }

    @Test
    void each_link_has_another_id() {
        SecureRandom random = new SecureRandom();

        LinkId drawn = LinkId.random(random);

        assertTrue(drawn.value().matches("[0-9a-f]{32}"));
        assertNotEquals(drawn, LinkId.random(random));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789abcdef0123456789abcde",
                "0123456789abcdef0123456789abcdef0",
                "0123456789ABCDEF0123456789ABCDEF",
                "0123456789abcdeg0123456789abcdef",
                "0123456789abcdef0123456789abcde\n"
            })
    void a_link_id_is_32_lower_case_hexadecimal_digits(String value) {
        assertRefused(LinkId::new, value);
    }
}
