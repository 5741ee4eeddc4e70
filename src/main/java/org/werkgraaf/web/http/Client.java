package org.werkgraaf.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Who asks, as far as limits are concerned. */
public final class Client {
    /** Anything else would be looked up by name. */
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private static final int NETWORK_BYTES = 8;
    private static final int SITE_BYTES = 6;

    private Client() {}

    /**
     * The address of the caller. The container has put the one that a trusted proxy reports into the request. Of an address of version 6
     * the network counts: its owner has all that are in it.
     */
    public static String of(HttpServletRequest request) {
        return of(request, NETWORK_BYTES);
    }

    /** The larger network that one owner may have, of which there are 65,536 of the other kind; of version 4 the address. */
    public static String siteOf(HttpServletRequest request) {
        return of(request, SITE_BYTES);
    }

    private static String of(HttpServletRequest request, int networkBytes) {
        String address = String.valueOf(request.getRemoteAddr()).replaceAll("^\\[|]$", "");
        if (!NUMERIC.matcher(address).matches()) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 4
                    ? address
                    : HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(bytes, networkBytes));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
