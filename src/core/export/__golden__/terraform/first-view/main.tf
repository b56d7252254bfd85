# Floatpath: Two TLS sites on one port
# Note: What is inside a guest is not part of Azure; see the formats for guests: “web1”, “web2”, “web1-nic” and 1 more.
# Note: Loopback adapters are not part of Azure: “Loopback site-a”, “Loopback site-b”, “Loopback site-a”.
# Note: Listeners are not part of Azure: “IIS”, “Health page”, “IIS” and 1 more.
# Note: Clients are not created: “app-tier”.
# Note: The provider reads the subscription from the environment variable ARM_SUBSCRIPTION_ID.

terraform {
  required_providers {
    azurerm = { source = "hashicorp/azurerm", version = "~> 5.0" }
  }
}

provider "azurerm" {
  features {}
}

variable "resource_group_name" {
  description = "The resource group, which exists."
  type        = string
}

variable "admin_password" {
  description = "Password of the administrator of every machine."
  type        = string
  sensitive   = true
}

data "azurerm_resource_group" "main" {
  name = var.resource_group_name
}

resource "azurerm_virtual_network" "vnet_web" {
  name                = "vnet-web"
  resource_group_name = data.azurerm_resource_group.main.name
  location            = data.azurerm_resource_group.main.location
  address_space       = ["10.0.0.0/16"]
}

resource "azurerm_subnet" "snet_web" {
  name                 = "snet-web"
  resource_group_name  = data.azurerm_resource_group.main.name
  virtual_network_name = azurerm_virtual_network.vnet_web.name
  address_prefixes     = ["10.0.0.0/24"]
}

resource "azurerm_lb" "lb_web" {
  name                = "lb-web"
  resource_group_name = data.azurerm_resource_group.main.name
  location            = data.azurerm_resource_group.main.location
  sku                 = "Standard"
  sku_tier            = "Regional"

  frontend_ip_configuration {
    name                          = "site-a"
    subnet_id                     = azurerm_subnet.snet_web.id
    private_ip_address            = "10.0.0.100"
    private_ip_address_allocation = "Static"
    private_ip_address_version    = "IPv4"
  }

  frontend_ip_configuration {
    name                          = "site-b"
    subnet_id                     = azurerm_subnet.snet_web.id
    private_ip_address            = "10.0.0.101"
    private_ip_address_allocation = "Static"
    private_ip_address_version    = "IPv4"
  }
}

resource "azurerm_lb_backend_address_pool" "web_pool" {
  name            = "web-pool"
  loadbalancer_id = azurerm_lb.lb_web.id
}

resource "azurerm_lb_probe" "health" {
  name                = "health"
  loadbalancer_id     = azurerm_lb.lb_web.id
  protocol            = "Tcp"
  port                = 8080
  interval_in_seconds = 5
}

resource "azurerm_lb_rule" "https_a" {
  name                           = "https-a"
  loadbalancer_id                = azurerm_lb.lb_web.id
  frontend_ip_configuration_name = "site-a"
  backend_address_pool_ids       = [azurerm_lb_backend_address_pool.web_pool.id]
  probe_id                       = azurerm_lb_probe.health.id
  protocol                       = "Tcp"
  frontend_port                  = 443
  backend_port                   = 443
  floating_ip_enabled            = true
  tcp_reset_enabled              = false
  load_distribution              = "Default"
  idle_timeout_in_minutes        = 4
  disable_outbound_snat          = false
}

resource "azurerm_lb_rule" "https_b" {
  name                           = "https-b"
  loadbalancer_id                = azurerm_lb.lb_web.id
  frontend_ip_configuration_name = "site-b"
  backend_address_pool_ids       = [azurerm_lb_backend_address_pool.web_pool.id]
  probe_id                       = azurerm_lb_probe.health.id
  protocol                       = "Tcp"
  frontend_port                  = 443
  backend_port                   = 443
  floating_ip_enabled            = true
  tcp_reset_enabled              = false
  load_distribution              = "Default"
  idle_timeout_in_minutes        = 4
  disable_outbound_snat          = false
}

resource "azurerm_network_interface" "web1_nic" {
  name                  = "web1-nic"
  resource_group_name   = data.azurerm_resource_group.main.name
  location              = data.azurerm_resource_group.main.location
  ip_forwarding_enabled = false

  ip_configuration {
    name                          = "ipconfig1"
    primary                       = true
    subnet_id                     = azurerm_subnet.snet_web.id
    private_ip_address            = "10.0.0.4"
    private_ip_address_allocation = "Static"
    private_ip_address_version    = "IPv4"
  }
}

resource "azurerm_network_interface" "web2_nic" {
  name                  = "web2-nic"
  resource_group_name   = data.azurerm_resource_group.main.name
  location              = data.azurerm_resource_group.main.location
  ip_forwarding_enabled = false

  ip_configuration {
    name                          = "ipconfig1"
    primary                       = true
    subnet_id                     = azurerm_subnet.snet_web.id
    private_ip_address            = "10.0.0.5"
    private_ip_address_allocation = "Static"
    private_ip_address_version    = "IPv4"
  }
}

resource "azurerm_windows_virtual_machine" "web1" {
  name                  = "web1"
  computer_name         = "web1"
  resource_group_name   = data.azurerm_resource_group.main.name
  location              = data.azurerm_resource_group.main.location
  size                  = "Standard_B2s"
  admin_username        = "azureuser"
  admin_password        = var.admin_password
  network_interface_ids = [azurerm_network_interface.web1_nic.id]

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "StandardSSD_LRS"
  }

  source_image_reference {
    publisher = "MicrosoftWindowsServer"
    offer     = "WindowsServer"
    sku       = "2022-datacenter-azure-edition-core"
    version   = "latest"
  }
}

resource "azurerm_windows_virtual_machine" "web2" {
  name                  = "web2"
  computer_name         = "web2"
  resource_group_name   = data.azurerm_resource_group.main.name
  location              = data.azurerm_resource_group.main.location
  size                  = "Standard_B2s"
  admin_username        = "azureuser"
  admin_password        = var.admin_password
  network_interface_ids = [azurerm_network_interface.web2_nic.id]

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "StandardSSD_LRS"
  }

  source_image_reference {
    publisher = "MicrosoftWindowsServer"
    offer     = "WindowsServer"
    sku       = "2022-datacenter-azure-edition-core"
    version   = "latest"
  }
}

resource "azurerm_network_interface_backend_address_pool_association" "web1_ipconfig1__web_pool" {
  network_interface_id    = azurerm_network_interface.web1_nic.id
  ip_configuration_name   = "ipconfig1"
  backend_address_pool_id = azurerm_lb_backend_address_pool.web_pool.id
}

resource "azurerm_network_interface_backend_address_pool_association" "web2_ipconfig1__web_pool" {
  network_interface_id    = azurerm_network_interface.web2_nic.id
  ip_configuration_name   = "ipconfig1"
  backend_address_pool_id = azurerm_lb_backend_address_pool.web_pool.id
}
