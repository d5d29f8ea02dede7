"""What a body may hold and what an answer holds, field by field, as JTL's OpenAPI document (1.0) has it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Document = dict[str, Any]

TEXT, WHOLE, NUMBER, FLAG, MOMENT, BYTES, ANY = "text", "whole", "number", "flag", "moment", "bytes", "any"
_NEVER = "0001-01-01T00:00:00.0000000+00:00"
_BLANKS: Mapping[str, Any] = {TEXT: "", BYTES: "", WHOLE: 0, NUMBER: 0.0, FLAG: False, MOMENT: _NEVER}


class Many(NamedTuple):
    """A list whose entries are all of one kind."""

    kind: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """An object: its fields, each with a kind, another shape or `Many` of either; lengths are in characters."""

    fields: Mapping[str, Any]
    required: frozenset[str] = frozenset()
    lengths: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def shape(fields: Mapping[str, Any], *required: str, **lengths: tuple[int, int]) -> Shape:
    """A shape with those fields, of which some are required."""
    return Shape(fields=fields, required=frozenset(required), lengths=lengths)


def written(document: Mapping[str, Any] | None, wanted: Shape, absent: str) -> Document:
    """The document with exactly the fields of the shape; what it does not have is filled, null or omitted."""
    answer: Document = {}
    for name, kind in wanted.fields.items():
        value = (document or {}).get(name)
        if value is None and absent != "filled":
            answer |= {name: None} if absent == "null" else {}
        else:
            answer[name] = _written(value, kind, absent)
    return answer


def _written(value: Any, kind: Any, absent: str) -> Any:
    if isinstance(kind, Shape):
        return written(value, kind, absent)
    if isinstance(kind, Many):
        return [_written(one, kind.kind, absent) for one in value or ()]
    return _BLANKS[kind] if value is None else value


def _texts(*names: str) -> dict[str, Any]:
    return dict.fromkeys(names, TEXT)


# ------------------------------------------------------------------------------------------------- addresses

_ADDRESS_FIELDS = _texts(
    *("Company", "Company2", "FormOfAddress", "Title", "FirstName", "LastName", "Street", "Address2", "PostalCode"),
    *("City", "State", "CountryIso", "VatID", "PhoneNumber", "MobilePhoneNumber", "EmailAddress", "Fax"),
)
ADDRESS = shape({"Id": WHOLE, **_ADDRESS_FIELDS})
CREATE_ADDRESS = shape(_ADDRESS_FIELDS, "City", "CountryIso", City=(1, 255), CountryIso=(1, 5))
UPDATE_ADDRESS = shape(_ADDRESS_FIELDS)

# --------------------------------------------------------------------------------------------------- an order

_DEPARTURE_FIELDS = {**_texts("CountryISO", "State", "CurrencyIso"), "CurrencyFactor": NUMBER}
_DEPARTURE = shape(_DEPARTURE_FIELDS)
_PAYING_FIELDS = {
    "PaymentMethodId": WHOLE,
    "CurrencyIso": TEXT,
    "CurrencyFactor": NUMBER,
    "PaymentTarget": WHOLE,
    "CashDiscount": NUMBER,
    "CashDiscountDays": WHOLE,
}
_PAYMENT = shape(
    {
        "PaymentMethodId": WHOLE,
        "PaymentStatus": WHOLE,
        "TotalGrossAmount": NUMBER,
        "CurrencyIso": TEXT,
        "CurrencyFactor": NUMBER,
        "DateOfPayment": MOMENT,
        "StillToPay": NUMBER,
        "PaymentTarget": WHOLE,
        "CashDiscount": NUMBER,
        "CashDiscountDays": WHOLE,
    }
)
_SENDING_FIELDS = {
    "ShippingMethodId": WHOLE,
    "ShippingPriority": WHOLE,
    "ShippingDate": MOMENT,
    "EstimatedDeliveryDate": MOMENT,
    "OnHoldReasonId": WHOLE,
    "ExtraWeight": NUMBER,
}
_SHIPPING = shape({**_SENDING_FIELDS, "DeliveryCompleteStatus": WHOLE, "DeliveredDate": MOMENT})
_ORDER_FIELDS = {
    "ExternalNumber": TEXT,
    "BillingNumber": TEXT,
    "CompanyId": WHOLE,
    "DepartureCountry": _DEPARTURE,
    "CustomerId": WHOLE,
    "CustomerVatID": TEXT,
    "BillingAddress": CREATE_ADDRESS,
    "Shipmentaddress": CREATE_ADDRESS,
    "SalesOrderDate": MOMENT,
    "SalesOrderPaymentDetails": shape(_PAYING_FIELDS),
    "SalesOrderShippingDetail": shape(_SENDING_FIELDS),
    "ColorcodeId": WHOLE,
    "Comment": TEXT,
    "CustomerComment": TEXT,
    "LanguageIso": TEXT,
}
CREATE_ORDER = shape({"Number": TEXT, **_ORDER_FIELDS}, "CompanyId", "CustomerId")
UPDATE_ORDER = shape({**_ORDER_FIELDS, "BillingAddress": UPDATE_ADDRESS, "Shipmentaddress": UPDATE_ADDRESS})
ORDER = shape(
    {
        "Id": WHOLE,
        "Number": TEXT,
        **_ORDER_FIELDS,
        "MerchantVatID": TEXT,
        "BillingAddress": ADDRESS,
        "Shipmentaddress": ADDRESS,
        "SalesOrderPaymentDetails": _PAYMENT,
        "SalesOrderShippingDetail": _SHIPPING,
        "IsExternalInvoice": FLAG,
        "IsCancelled": FLAG,
        "CancellationDetails": shape({"CancellationReasonId": WHOLE, "CancellationComment": TEXT, "Date": MOMENT}),
        "SalesChannelId": TEXT,
        "UserCreatedId": WHOLE,
        "UserId": WHOLE,
    }
)
CANCEL = shape({"CancellationReasonId": WHOLE, "CancellationComment": TEXT}, "CancellationReasonId")
CANCELLATION_REASON = shape({"Id": WHOLE, "Name": TEXT})

# ------------------------------------------------------------------------------------------------------ lines

_LINE_FIELDS = {
    "ItemId": WHOLE,
    "Name": TEXT,
    "SKU": TEXT,
    "Quantity": NUMBER,
    "SalesUnit": TEXT,
    "SalesPriceNet": NUMBER,
    "SalesPriceGross": NUMBER,
    "Discount": NUMBER,
    "PurchasePriceNet": NUMBER,
    "TaxRate": NUMBER,
    "Notice": TEXT,
}
CREATE_LINE = shape(_LINE_FIELDS, "Quantity")
UPDATE_LINE = shape(_LINE_FIELDS)
LINE = shape(
    {
        "Id": WHOLE,
        "SalesOrderId": WHOLE,
        **{name: _LINE_FIELDS[name] for name in ("ItemId", "Name", "SKU")},
        "Type": WHOLE,
        "Quantity": NUMBER,
        "QuantityDelivered": NUMBER,
        "QuantityReturned": NUMBER,
        **{name: kind for name, kind in _LINE_FIELDS.items() if name not in ("ItemId", "Name", "SKU", "Quantity")},
    }
)

# --------------------------------------------------------------------------------------- notes, files, the app

CREATE_NOTE = shape({"NoteBody": TEXT}, "NoteBody")
NOTE = shape({"NoteId": WHOLE, "NoteBody": TEXT})
_LONGEST = 2147483647
CREATE_FILE = shape(
    {"FileData": BYTES, "FileDataType": TEXT, "FileName": TEXT},
    *("FileData", "FileDataType", "FileName"),
    FileDataType=(1, _LONGEST),
    FileName=(1, _LONGEST),
)
FILE = shape(
    {
        "Id": WHOLE,
        "SalesOrderId": WHOLE,
        "FileId": WHOLE,
        "FileDataType": TEXT,
        "Size": NUMBER,
        "CreatedAt": MOMENT,
        "FileName": TEXT,
    }
)
_APP_TEXTS = ("AppId", "DisplayName", "Description", "Version", "ProviderName", "ProviderWebsite")
REGISTRATION = shape(
    {
        **_texts(*_APP_TEXTS, "AppIcon", "Signature", "SignatureData"),
        "MandatoryApiScopes": Many(TEXT),
        "OptionalApiScopes": Many(TEXT),
        "LocalizedDisplayNames": ANY,
        "LocalizedDescriptions": ANY,
        "RegistrationType": WHOLE,
    },
    *(*_APP_TEXTS, "MandatoryApiScopes", "AppIcon"),
)

# -------------------------------------------------------------------------------------- customers, items, lists

COMPANY = shape({"Id": WHOLE, "Name": TEXT})
CUSTOMER_GROUP = shape({"Id": WHOLE, "Name": TEXT, "IsDefault": FLAG, "Discount": NUMBER, "IsNetPrice": FLAG})
SHIPPING_METHOD = shape(
    {
        "Id": WHOLE,
        "Name": TEXT,
        "Priority": WHOLE,
        "GrossPrice": NUMBER,
        "ExtraWeight": NUMBER,
        "IsAmazonPrime": FLAG,
    }
)
PAYMENT_METHOD = shape({"Id": WHOLE, "Name": TEXT, "IsStandard": FLAG, "IsActive": FLAG})
TAX_CLASS = shape({"Id": WHOLE, "Name": TEXT, "IsDefault": FLAG, "Type": WHOLE})
_PAYMENT_SETTINGS = shape(
    {
        "PaymentMethodId": WHOLE,
        "Discount": NUMBER,
        "PaymentTarget": WHOLE,
        "CreditLimit": WHOLE,
        "StopPaymentRequest": FLAG,
    }
)


def _customer_fields(address: Shape) -> dict[str, Any]:
    others = ("OtherBillingAddresses", "OtherShippingAddresses", "OtherCustomerAddresses")
    return {
        "Number": TEXT,
        "CustomerGroupId": WHOLE,
        "BillingAddress": address,
        "Shipmentaddress": address,
        "CustomAddress": address,
        "OtherAddresses": shape(dict.fromkeys(others, Many(address))),
        "PaymentSettings": _PAYMENT_SETTINGS,
        "CustomerSince": MOMENT,
        "LanguageIso": TEXT,
        "InternalCompanyId": WHOLE,
        "CustomerCategoryId": WHOLE,
        "TaxIdentificationNumber": TEXT,
        "AccountsReceivableNumber": WHOLE,
        **_texts("CommercialRegisterNumber", "Website", "InitialContact", "EbayUsername"),
        "Birthday": MOMENT,
        "IsLocked": FLAG,
        "IsCashRegisterBased": FLAG,
    }


CUSTOMER = shape({"Id": WHOLE, **_customer_fields(ADDRESS)})
CREATE_CUSTOMER = shape(
    _customer_fields(CREATE_ADDRESS), "CustomerGroupId", "BillingAddress", "LanguageIso", "InternalCompanyId"
)
_ITEM_PRICE = ("SalesPriceNet", "SuggestedRetailPrice", "PurchasePriceNet", "EbayPrice", "AmazonPrice")
_STORAGE = shape(
    {
        "InventoryManagementActive": FLAG,
        "SplitQuantity": FLAG,
        "GlobalMinimumStockLevel": NUMBER,
        "Buffer": WHOLE,
        "SerialNumberItem": FLAG,
        "SerialNumberTracking": FLAG,
        "SubjectToShelfLifeExpirationDate": FLAG,
        "SubjectToBatchItem": FLAG,
        "ProcurementTime": WHOLE,
        "DetermineProcurementTimeAutomatically": FLAG,
        "AdditionalHandlingTime": WHOLE,
    }
)
_LEAST = shape(
    {"CustomerGroupId": WHOLE, "PermissibleOrderQuantity": NUMBER, "MinimumPurchaseQuantity": NUMBER, "IsActive": FLAG}
)
ITEM = shape(
    {
        "Id": WHOLE,
        "SKU": TEXT,
        "ManufacturerId": WHOLE,
        "ResponsiblePersonId": WHOLE,
        "IsActive": FLAG,
        "Categories": Many(shape({"CategoryId": WHOLE, "Name": TEXT})),
        **_texts("Name", "Description", "ShortDescription"),
        "Identifiers": shape(
            {
                **_texts("Gtin", "ManufacturerNumber", "ISBN", "UPC", "AmazonFnsku"),
                "Asins": Many(TEXT),
                "OwnIdentifier": TEXT,
            }
        ),
        "Components": Many(shape({"ItemId": WHOLE, "Quantity": NUMBER, "SortNumber": WHOLE})),
        "ChildItems": Many(WHOLE),
        "ParentItemId": WHOLE,
        "ItemPriceData": shape(dict.fromkeys(_ITEM_PRICE, NUMBER)),
        "ActiveSalesChannels": TEXT,
        "SortNumber": WHOLE,
        "Annotation": TEXT,
        "Added": MOMENT,
        "Changed": MOMENT,
        "ReleasedOnDate": MOMENT,
        "StorageOptions": _STORAGE,
        "CountryOfOrigin": TEXT,
        **dict.fromkeys(("ConditionId", "ShippingClassId", "ProductGroupId", "TaxClassId"), WHOLE),
        "Dimensions": shape(dict.fromkeys(("Length", "Width", "Height"), NUMBER)),
        "Weights": shape(dict.fromkeys(("ItemWeigth", "ShippingWeight"), NUMBER)),  # spelt so in the document
        "AllowNegativeStock": FLAG,
        "Quantities": shape(
            {
                "MinimumOrderQuantity": NUMBER,
                "MinimumPurchaseQuantityForCustomerGroup": Many(_LEAST),
                "PermissibleOrderQuantity": NUMBER,
            }
        ),
        "DangerousGoods": shape(_texts("UnNumber", "HazardNo")),
        **_texts("Taric", "SearchTerms"),
        "PriceListActive": FLAG,
        "IgnoreDiscounts": FLAG,
        "AvailabilityId": WHOLE,
    }
)
