// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import weir.model.Asset;
import weir.model.Attribute;

/** What an asset is called on a screen. */
public final class Labels {

    private Labels() {}

    /** Its name, and what it is where that is known; else its address. */
    public static String of(Asset asset) {
        String name = asset.known(Attribute.NAME);
        String kind = kind(asset);
        if (name.isEmpty()) {
            return kind.isEmpty() ? asset.id() : kind;
        }
        return kind.isEmpty() ? name : name + " (" + kind + ")";
    }

    /** Model or order number, with the vendor in front unless it says so itself. */
    static String kind(Asset asset) {
        String model = asset.known(Attribute.MODEL);
        if (model.isEmpty()) {
            model = asset.known(Attribute.ORDER_NUMBER);
        }
        String vendor = vendor(asset);
        if (model.isEmpty() || vendor.isEmpty() || model.startsWith(vendor)) {
            return model;
        }
        return vendor + " " + model;
    }

    static String vendor(Asset asset) {
        return asset.known(Attribute.VENDOR);
    }
}
