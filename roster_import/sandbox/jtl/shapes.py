"""What a body may hold and what an answer holds, field by field, as JTL's OpenAPI documents (1.0, 2.0) have it."""

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
        return [_written(entry, kind.kind, absent) for entry in value or ()]
    return _BLANKS[kind] if value is None else value


def _all(kind: Any, names: str) -> dict[str, Any]:
    """Fields of one kind, in the order of their names."""
    return dict.fromkeys(names.split(), kind)


def camel(name: str) -> str:
    """A name of v1 as v2 writes it: Company2 as company2, SKU as sKU."""
    return name[:1].lower() + name[1:]


def pascal(name: str) -> str:
    """A name of v2 as v1 writes it: sKU as SKU."""
    return name[:1].upper() + name[1:]


# ------------------------------------------------------------------------------------------------- addresses

_ADDRESS_FIELDS = _all(
    TEXT,
    "Company Company2 FormOfAddress Title FirstName LastName Street Address2 PostalCode City State CountryIso VatID "
    "PhoneNumber MobilePhoneNumber EmailAddress Fax",
)
ADDRESS = shape({"Id": WHOLE, **_ADDRESS_FIELDS})
CREATE_ADDRESS = shape(_ADDRESS_FIELDS, "City", "CountryIso", City=(1, 255), CountryIso=(1, 5))
UPDATE_ADDRESS = shape(_ADDRESS_FIELDS)

# --------------------------------------------------------------------------------------------------- an order

_CASH_DISCOUNT = {"PaymentTarget": WHOLE, "CashDiscount": NUMBER, "CashDiscountDays": WHOLE}
_PAYMENT = shape(
    {
        **_all(WHOLE, "PaymentMethodId PaymentStatus"),
        "TotalGrossAmount": NUMBER,
        "CurrencyIso": TEXT,
        "CurrencyFactor": NUMBER,
        "DateOfPayment": MOMENT,
        "StillToPay": NUMBER,
        **_CASH_DISCOUNT,
    }
)
_CREATE_PAYMENT = shape({"PaymentMethodId": WHOLE, "CurrencyIso": TEXT, "CurrencyFactor": NUMBER, **_CASH_DISCOUNT})
_SENDING_FIELDS = {
    **_all(WHOLE, "ShippingMethodId ShippingPriority"),
    **_all(MOMENT, "ShippingDate EstimatedDeliveryDate"),
    "OnHoldReasonId": WHOLE,
    "ExtraWeight": NUMBER,
}
_SHIPPING = shape({**_SENDING_FIELDS, "DeliveryCompleteStatus": WHOLE, "DeliveredDate": MOMENT})
_ORDER_FIELDS = {
    **_all(TEXT, "ExternalNumber BillingNumber"),
    "CompanyId": WHOLE,
    "DepartureCountry": shape({**_all(TEXT, "CountryISO State CurrencyIso"), "CurrencyFactor": NUMBER}),
    "CustomerId": WHOLE,
    "CustomerVatID": TEXT,
    **_all(CREATE_ADDRESS, "BillingAddress Shipmentaddress"),
    "SalesOrderDate": MOMENT,
    "SalesOrderPaymentDetails": _CREATE_PAYMENT,
    "SalesOrderShippingDetail": shape(_SENDING_FIELDS),
    "ColorcodeId": WHOLE,
    **_all(TEXT, "Comment CustomerComment LanguageIso"),
}
CREATE_ORDER = shape({"Number": TEXT, **_ORDER_FIELDS}, "CompanyId", "CustomerId")
UPDATE_ORDER = shape({**_ORDER_FIELDS, **_all(UPDATE_ADDRESS, "BillingAddress Shipmentaddress")})
_CANCEL_FIELDS = {"CancellationReasonId": WHOLE, "CancellationComment": TEXT}
ORDER = shape(
    {
        "Id": WHOLE,
        "Number": TEXT,
        **_ORDER_FIELDS,
        "MerchantVatID": TEXT,
        **_all(ADDRESS, "BillingAddress Shipmentaddress"),
        "SalesOrderPaymentDetails": _PAYMENT,
        "SalesOrderShippingDetail": _SHIPPING,
        **_all(FLAG, "IsExternalInvoice IsCancelled"),
        "CancellationDetails": shape({**_CANCEL_FIELDS, "Date": MOMENT}),
        "SalesChannelId": TEXT,
        **_all(WHOLE, "UserCreatedId UserId"),
    }
)
CANCEL = shape(_CANCEL_FIELDS, "CancellationReasonId")

# ------------------------------------------------------------------------------------------------------ lines

_ITEM_OF_LINE = {"ItemId": WHOLE, **_all(TEXT, "Name SKU")}
_PRICES_OF_LINE = {
    "SalesUnit": TEXT,
    **_all(NUMBER, "SalesPriceNet SalesPriceGross Discount PurchasePriceNet TaxRate"),
    "Notice": TEXT,
}
_LINE_FIELDS = {**_ITEM_OF_LINE, "Quantity": NUMBER, **_PRICES_OF_LINE}
CREATE_LINE = shape(_LINE_FIELDS, "Quantity")
UPDATE_LINE = shape(_LINE_FIELDS)
LINE = shape(
    {
        **_all(WHOLE, "Id SalesOrderId"),
        **_ITEM_OF_LINE,
        "Type": WHOLE,
        **_all(NUMBER, "Quantity QuantityDelivered QuantityReturned"),
        **_PRICES_OF_LINE,
    }
)

# --------------------------------------------------------------------------------------- notes, files, the app

CREATE_NOTE = shape({"NoteBody": TEXT}, "NoteBody")
NOTE = shape({"NoteId": WHOLE, "NoteBody": TEXT})
_ANY_LENGTH = (1, 2147483647)
CREATE_FILE = shape(
    {"FileData": BYTES, **_all(TEXT, "FileDataType FileName")},
    *("FileData", "FileDataType", "FileName"),
    FileDataType=_ANY_LENGTH,
    FileName=_ANY_LENGTH,
)
FILE = shape(
    {
        **_all(WHOLE, "Id SalesOrderId FileId"),
        "FileDataType": TEXT,
        "Size": NUMBER,
        "CreatedAt": MOMENT,
        "FileName": TEXT,
    }
)
_APP_TEXTS = _all(TEXT, "AppId DisplayName Description Version ProviderName ProviderWebsite")
REGISTRATION = shape(
    {
        **_APP_TEXTS,
        **_all(TEXT, "AppIcon Signature SignatureData"),
        **_all(Many(TEXT), "MandatoryApiScopes OptionalApiScopes"),
        **_all(ANY, "LocalizedDisplayNames LocalizedDescriptions"),
        "RegistrationType": WHOLE,
    },
    *(*_APP_TEXTS, "MandatoryApiScopes", "AppIcon"),
)

# -------------------------------------------------------------------------------------- customers, items, lists

_COMPANY = shape({"Id": WHOLE, "Name": TEXT})
_CUSTOMER_GROUP = shape({"Id": WHOLE, "Name": TEXT, "IsDefault": FLAG, "Discount": NUMBER, "IsNetPrice": FLAG})
_SHIPPING_METHOD = shape(
    {"Id": WHOLE, "Name": TEXT, "Priority": WHOLE, **_all(NUMBER, "GrossPrice ExtraWeight"), "IsAmazonPrime": FLAG}
)
_PAYMENT_METHOD = shape({"Id": WHOLE, "Name": TEXT, **_all(FLAG, "IsStandard IsActive")})
_TAX_CLASS = shape({"Id": WHOLE, "Name": TEXT, "IsDefault": FLAG, "Type": WHOLE})
_CANCELLATION_REASON = shape({"Id": WHOLE, "Name": TEXT})
# Where a list is found, what it is called in the catalogue, and what each entry is.
LISTS: Mapping[str, tuple[str, Shape, str]] = {
    "companies": ("Companies", _COMPANY, "company"),
    "customerGroups": ("CustomerGroups", _CUSTOMER_GROUP, "customerGroup"),
    "shippingMethods": ("ShippingMethods", _SHIPPING_METHOD, "shippingMethod"),
    "paymentMethods": ("PaymentMethods", _PAYMENT_METHOD, "paymentMethod"),
    "taxClasses": ("TaxClasses", _TAX_CLASS, "taxClass"),
    "salesOrders/cancellationReasons": ("CancellationReasons", _CANCELLATION_REASON, "cancellationReason"),
}
_PAYMENT_SETTINGS = shape(
    {
        "PaymentMethodId": WHOLE,
        "Discount": NUMBER,
        **_all(WHOLE, "PaymentTarget CreditLimit"),
        "StopPaymentRequest": FLAG,
    }
)


def _customer_fields(address: Shape) -> dict[str, Any]:
    others = "OtherBillingAddresses OtherShippingAddresses OtherCustomerAddresses"
    return {
        "Number": TEXT,
        "CustomerGroupId": WHOLE,
        **_all(address, "BillingAddress Shipmentaddress CustomAddress"),
        "OtherAddresses": shape(_all(Many(address), others)),
        "PaymentSettings": _PAYMENT_SETTINGS,
        "CustomerSince": MOMENT,
        "LanguageIso": TEXT,
        **_all(WHOLE, "InternalCompanyId CustomerCategoryId"),
        "TaxIdentificationNumber": TEXT,
        "AccountsReceivableNumber": WHOLE,
        **_all(TEXT, "CommercialRegisterNumber Website InitialContact EbayUsername"),
        "Birthday": MOMENT,
        **_all(FLAG, "IsLocked IsCashRegisterBased"),
    }


CUSTOMER = shape({"Id": WHOLE, **_customer_fields(ADDRESS)})
CREATE_CUSTOMER = shape(
    _customer_fields(CREATE_ADDRESS), "CustomerGroupId", "BillingAddress", "LanguageIso", "InternalCompanyId"
)
_STORAGE = shape(
    {
        **_all(FLAG, "InventoryManagementActive SplitQuantity"),
        "GlobalMinimumStockLevel": NUMBER,
        "Buffer": WHOLE,
        **_all(FLAG, "SerialNumberItem SerialNumberTracking SubjectToShelfLifeExpirationDate SubjectToBatchItem"),
        "ProcurementTime": WHOLE,
        "DetermineProcurementTimeAutomatically": FLAG,
        "AdditionalHandlingTime": WHOLE,
    }
)
_LEAST = shape(
    {"CustomerGroupId": WHOLE, **_all(NUMBER, "PermissibleOrderQuantity MinimumPurchaseQuantity"), "IsActive": FLAG}
)
_QUANTITIES = shape(
    {
        "MinimumOrderQuantity": NUMBER,
        "MinimumPurchaseQuantityForCustomerGroup": Many(_LEAST),
        "PermissibleOrderQuantity": NUMBER,
    }
)
_IDENTIFIERS = shape(
    {**_all(TEXT, "Gtin ManufacturerNumber ISBN UPC AmazonFnsku"), "Asins": Many(TEXT), "OwnIdentifier": TEXT}
)
_ITEM_PRICES = "SalesPriceNet SuggestedRetailPrice PurchasePriceNet EbayPrice AmazonPrice"
ITEM = shape(
    {
        "Id": WHOLE,
        "SKU": TEXT,
        **_all(WHOLE, "ManufacturerId ResponsiblePersonId"),
        "IsActive": FLAG,
        "Categories": Many(shape({"CategoryId": WHOLE, "Name": TEXT})),
        **_all(TEXT, "Name Description ShortDescription"),
        "Identifiers": _IDENTIFIERS,
        "Components": Many(shape({"ItemId": WHOLE, "Quantity": NUMBER, "SortNumber": WHOLE})),
        "ChildItems": Many(WHOLE),
        "ParentItemId": WHOLE,
        "ItemPriceData": shape(_all(NUMBER, _ITEM_PRICES)),
        "ActiveSalesChannels": TEXT,
        "SortNumber": WHOLE,
        "Annotation": TEXT,
        **_all(MOMENT, "Added Changed ReleasedOnDate"),
        "StorageOptions": _STORAGE,
        "CountryOfOrigin": TEXT,
        **_all(WHOLE, "ConditionId ShippingClassId ProductGroupId TaxClassId"),
        "Dimensions": shape(_all(NUMBER, "Length Width Height")),
        "Weights": shape(_all(NUMBER, "ItemWeigth ShippingWeight")),  # spelt so in the document
        "AllowNegativeStock": FLAG,
        "Quantities": _QUANTITIES,
        "DangerousGoods": shape(_all(TEXT, "UnNumber HazardNo")),
        **_all(TEXT, "Taric SearchTerms"),
        **_all(FLAG, "PriceListActive IgnoreDiscounts"),
        "AvailabilityId": WHOLE,
    }
)

# -------------------------------------------------------------------------------------------------- version 2

_V2_ADDRESS = shape({camel(name): TEXT for name in _ADDRESS_FIELDS}, "street", "city", "countryIso")
_V2_DEPARTURE = shape(
    {**_all(TEXT, "countryIso currencyIso state"), "currencyFactor": NUMBER}, "countryIso", "currencyIso"
)
_V2_VARIANT = shape(
    {**_all(TEXT, "name value itemVariantId itemVariantValueId"), **_all(NUMBER, "surchargeNet extraWeight")}
)
_V2_LINE = shape(
    {
        **_all(TEXT, "itemId parentSalesOrderLineItemId taxClassId taxCodeId name note sku fnSku salesUnit"),
        **_all(NUMBER, "quantity salesPriceNet purchasePriceNet discountPercent taxRate"),
        **_all(ANY, "billOfMaterialsType configurationItemType type"),
        "variants": Many(_V2_VARIANT),
    }
)
_V2_EXTERNAL = shape({"externalCreatedDate": MOMENT, "externalInvoiceType": ANY, "externalSalesOrderNumber": TEXT})
V2_ORDER = shape(
    {
        **_all(FLAG, "disableAutomaticWorkflows useBillingAddressAsShipmentAddress"),
        **_all(
            TEXT, "companyId customerId cartonItemId onHoldReasonId paymentMethodId processColourId processStatusId"
        ),
        **_all(TEXT, "shippingMethodId vatId customerSalesOrderNumber salesOrderNumber languageIso"),
        **_all(ANY, "paymentInfo shippingDetails taxDetails text itemDescriptionType readOnlyType"),
        "salesOrderDate": MOMENT,
        **_all(_V2_ADDRESS, "billingAddress shipmentAddress"),
        "departureCountry": _V2_DEPARTURE,
        "externalDetails": _V2_EXTERNAL,
        "paymentDetails": shape({"currencyIso": TEXT, "currencyFactor": NUMBER}, "currencyIso"),
        "lineItems": Many(_V2_LINE),
        "idempotencyKey": TEXT,
    },
    *("companyId", "customerId", "billingAddress", "departureCountry", "paymentDetails", "languageIso"),
    languageIso=(2, 5),
)
