package io.omnibridge.adapters.support.net;

import java.util.List;
import java.util.Locale;

/**
 * Rule for hosts that a foreign document must not make this service call: addresses that are not of the public internet (RFC 6890),
 * in every spelling that some resolver accepts, and the names of this machine.
 *
 * <ul>
 *   <li>IPv4: this network, private, shared, loopback, link-local, benchmarking, multicast and reserved addresses. The numbers may
 *       be decimal or hexadecimal, and one to four of them. An address with a leading zero counts as private, because it has two
 *       readings.
 *   <li>IPv6: unspecified, loopback, unique-local, link-local, site-local and multicast addresses, those with a zone, and those
 *       that contain an IPv4 address of the list above: mapped, compatible, NAT64, 6to4; also Teredo.
 *   <li>{@code localhost} and names below it (RFC 6761 §6.3), with or without a final dot.
 * </ul>
 *
 * <p>No name is resolved: an answer of the name service can change after the check.
 */
public final class PrivateHost {

    private static final List<String> LOCAL_NAMES =
            List.of("localhost", "localhost.localdomain", "ip6-localhost", "ip6-loopback");

    private PrivateHost() {}

    /** Returns whether {@code host}, as it stands in a URL, is private; also if it is a number that is no address. */
    public static boolean isPrivate(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (bare.indexOf(':') >= 0) {
            return PrivateAddress.isPrivateIpv6(bare);
        }
        String name = bare.toLowerCase(Locale.ROOT).replaceFirst("\\.+$", "");
        String lastLabel = name.substring(name.lastIndexOf('.') + 1);
        return name.isEmpty()
                || LOCAL_NAMES.contains(name)
                || name.endsWith(".localhost")
                || (NumericHost.isNumber(lastLabel) && NumericHost.isPrivate(name));
    }
}
